/** The catalogue: every template, read and checked, in the order of the page. */
import actorsForNewGoogleSheetsRows from './catalogue/actors-for-new-google-sheets-rows.ts';
import actorsForNewHubspotContacts from './catalogue/actors-for-new-hubspot-contacts.ts';
import airtableRecordsForNewPublishedProcessings from './catalogue/airtable-records-for-new-published-processings.ts';
import asanaTasksForNewVerifiedRequesters from './catalogue/asana-tasks-for-new-verified-requesters.ts';
import assetsForNewGoogleSheetsRows from './catalogue/assets-for-new-google-sheets-rows.ts';
import assignedTasksForNewGoogleSheetsRows from './catalogue/assigned-tasks-for-new-google-sheets-rows.ts';
import attachedActorsForNewSalesforceContacts from './catalogue/attached-actors-for-new-salesforce-contacts.ts';
import azureDevopsWorkItemsForNewTasks from './catalogue/azure-devops-work-items-for-new-tasks.ts';
import closedRightsRequestsForNewGoogleSheetsRows from './catalogue/closed-rights-requests-for-new-google-sheets-rows.ts';
import completedTasksForNewTrelloCards from './catalogue/completed-tasks-for-new-trello-cards.ts';
import dataBreachesForNewGoogleFormsResponses from './catalogue/data-breaches-for-new-google-forms-responses.ts';
import excelRowsForNewTasks from './catalogue/excel-rows-for-new-tasks.ts';
import filesForNewTypeformEntries from './catalogue/files-for-new-typeform-entries.ts';
import googleSheetsRowsForNewClosedRightsRequests from './catalogue/google-sheets-rows-for-new-closed-rights-requests.ts';
import googleSheetsRowsForNewDataBreachStatuses from './catalogue/google-sheets-rows-for-new-data-breach-statuses.ts';
import googleSheetsRowsForNewRightsRequests from './catalogue/google-sheets-rows-for-new-rights-requests.ts';
import jiraIssuesForNewTasks from './catalogue/jira-issues-for-new-tasks.ts';
import notificationTasksForNewDataBreaches from './catalogue/notification-tasks-for-new-data-breaches.ts';
import notionItemsForNewQuestionnaireResults from './catalogue/notion-items-for-new-questionnaire-results.ts';
import outlookEmailsForNewRequesterMessages from './catalogue/outlook-emails-for-new-requester-messages.ts';
import outlookEmailsForNewTaskDeadlines from './catalogue/outlook-emails-for-new-task-deadlines.ts';
import outlookEventsForNewRightsRequests from './catalogue/outlook-events-for-new-rights-requests.ts';
import processingsForNewTypeformEntries from './catalogue/processings-for-new-typeform-entries.ts';
import processorsAttachedForNewGoogleSheetsRows from './catalogue/processors-attached-for-new-google-sheets-rows.ts';
import requesterMessagesForNewRightsRequestStatuses from './catalogue/requester-messages-for-new-rights-request-statuses.ts';
import rightsRequestsForNewTypeformEntries from './catalogue/rights-requests-for-new-typeform-entries.ts';
import slackMessagesAndJiraIssuesForNewDataBreaches from './catalogue/slack-messages-and-jira-issues-for-new-data-breaches.ts';
import slackMessagesForNewCompletedTasks from './catalogue/slack-messages-for-new-completed-tasks.ts';
import slackMessagesForNewRightsRequestDeadlines from './catalogue/slack-messages-for-new-rights-request-deadlines.ts';
import slackMessagesForNewRightsRequests from './catalogue/slack-messages-for-new-rights-requests.ts';
import tasksAboutActorsForNewGoogleFormsResponses from './catalogue/tasks-about-actors-for-new-google-forms-responses.ts';
import tasksAboutDataBreachesForNewGoogleFormsResponses from './catalogue/tasks-about-data-breaches-for-new-google-forms-responses.ts';
import tasksWithZohoCrmRecordsForNewRightsRequests from './catalogue/tasks-with-zoho-crm-records-for-new-rights-requests.ts';
import teamsMessagesForNewHighPriorityTasks from './catalogue/teams-messages-for-new-high-priority-tasks.ts';
import teamsMessagesForNewProcessings from './catalogue/teams-messages-for-new-processings.ts';
import teamsMessagesForNewRightsRequestStatuses from './catalogue/teams-messages-for-new-rights-request-statuses.ts';
import trelloCardsAndGmailRepliesForNewRightsRequests from './catalogue/trello-cards-and-gmail-replies-for-new-rights-requests.ts';
import trelloCardsForNewTasks from './catalogue/trello-cards-for-new-tasks.ts';
import updatedActorsForNewHubspotContacts from './catalogue/updated-actors-for-new-hubspot-contacts.ts';
import updatedRightsRequestsForNewGoogleFormsResponses from './catalogue/updated-rights-requests-for-new-google-forms-responses.ts';
import { type Template, template } from './schema.ts';

export const catalogue: readonly Template[] = template
  .array()
  .parse([
    trelloCardsForNewTasks,
    slackMessagesForNewRightsRequests,
    rightsRequestsForNewTypeformEntries,
    outlookEventsForNewRightsRequests,
    slackMessagesAndJiraIssuesForNewDataBreaches,
    dataBreachesForNewGoogleFormsResponses,
    slackMessagesForNewRightsRequestDeadlines,
    outlookEmailsForNewRequesterMessages,
    trelloCardsAndGmailRepliesForNewRightsRequests,
    asanaTasksForNewVerifiedRequesters,
    filesForNewTypeformEntries,
    updatedRightsRequestsForNewGoogleFormsResponses,
    requesterMessagesForNewRightsRequestStatuses,
    tasksWithZohoCrmRecordsForNewRightsRequests,
    closedRightsRequestsForNewGoogleSheetsRows,
    notificationTasksForNewDataBreaches,
    outlookEmailsForNewTaskDeadlines,
    teamsMessagesForNewRightsRequestStatuses,
    teamsMessagesForNewHighPriorityTasks,
    slackMessagesForNewCompletedTasks,
    teamsMessagesForNewProcessings,
    tasksAboutDataBreachesForNewGoogleFormsResponses,
    tasksAboutActorsForNewGoogleFormsResponses,
    completedTasksForNewTrelloCards,
    assignedTasksForNewGoogleSheetsRows,
    jiraIssuesForNewTasks,
    azureDevopsWorkItemsForNewTasks,
    googleSheetsRowsForNewRightsRequests,
    googleSheetsRowsForNewClosedRightsRequests,
    googleSheetsRowsForNewDataBreachStatuses,
    notionItemsForNewQuestionnaireResults,
    excelRowsForNewTasks,
    processingsForNewTypeformEntries,
    airtableRecordsForNewPublishedProcessings,
    assetsForNewGoogleSheetsRows,
    processorsAttachedForNewGoogleSheetsRows,
    attachedActorsForNewSalesforceContacts,
    actorsForNewHubspotContacts,
    updatedActorsForNewHubspotContacts,
    actorsForNewGoogleSheetsRows,
  ]);
