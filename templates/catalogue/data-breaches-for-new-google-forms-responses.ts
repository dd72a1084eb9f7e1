import type { TemplateSource } from '../schema.ts';

export default {
  id: 'data-breaches-for-new-google-forms-responses',
  category: 'breaches',
  goal: 'collect',
  title: {
    en: 'Create Dastra data breaches for new Google Forms responses',
    fr: 'Créer des violations de données Dastra pour les nouvelles réponses Google Forms',
  },
  problem: {
    en: 'Whoever notices a breach does not know whom to call, and the 72 hours are running.',
    fr: 'Qui constate une violation ne sait pas qui appeler, et les 72 heures courent.',
  },
  description: {
    en: 'Breaches are noticed by employees, not by privacy officers, and reported days later in the corridor. When someone fills in the alert form, this integration records the breach in Dastra with what happened, where, and when it was noticed. The privacy team can assess it within the hour.',
    fr: "Les violations sont constatées par les salariés, non par le DPO, et signalées des jours plus tard au détour d'un couloir. Quand une personne remplit le formulaire d'alerte, cette intégration consigne la violation dans Dastra avec les faits, le lieu et le moment du constat. L'équipe peut l'évaluer dans l'heure.",
  },
  keywords: {
    en: ['incident', 'alert form', 'intake', 'report', '72 hours'],
    fr: ['incident', "formulaire d'alerte", 'signalement', 'déclarer', '72 heures'],
  },
  personalData: {
    en: 'What the employee writes about the breach goes from Google Forms to Dastra.',
    fr: 'Ce que le salarié écrit sur la violation est transmis de Google Forms à Dastra.',
  },
  steps: [
    {
      app: 'google-forms',
      kind: 'trigger',
      key: 'new_form_response',
      does: {
        en: 'An employee fills in the form. The options of its question about what is affected are called Confidentiality, Integrity and Availability.',
        fr: "Un salarié remplit le formulaire. Les options de sa question sur ce qui est touché s'appellent Confidentialité, Intégrité et Disponibilité.",
      },
      choose: ['form'],
      example: {
        what_happened: 'Laptop left on a train',
        what_is_affected: 'Confidentiality',
        noticed_at: '2026-11-23T17:40:00Z',
        details: 'The disk is encrypted; the session was locked.',
        place: 'Train from Lyon to Paris',
      },
    },
    {
      app: 'dastra',
      kind: 'create',
      key: 'create_data_breach',
      does: {
        en: 'The breach is recorded in Dastra.',
        fr: 'La violation est consignée dans Dastra.',
      },
      choose: ['workspaceId', 'areaId'],
      map: {
        label: '{{1__what_happened}}',
        nature: '{{1__what_is_affected}}',
        startDate: '{{1__noticed_at}}',
        constatationDate: '{{1__noticed_at}}',
        descriptionHtml: '<p>{{1__details}}</p>',
        location: '{{1__place}}',
      },
    },
  ],
} satisfies TemplateSource;
