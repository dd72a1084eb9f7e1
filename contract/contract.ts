/** The contract as a whole: the client's schemas and the app's traffic, checked against a document. */
import { compareEndpoint, compareTransport, compareWebhook } from './compare.ts';
import { applyWaivers, type WaivedFindings } from './divergences.ts';
import type { OpenApiDocument } from './document.ts';
import { ENDPOINTS, nameOf, WEBHOOK } from './endpoints.ts';
import { type Finding, merge, resourceOf } from './findings.ts';
import { FUNCTIONS, type Traffic } from './harness.ts';
import { TrafficCheck } from './traffic-check.ts';

/** How much of one resource was checked. */
interface ResourceSummary {
  resource: string;
  endpoints: number;
  parameters: number;
  /** Properties of bodies, and of answers. */
  sent: number;
  read: number;
  /** Calls seen in the traffic, and webhooks. */
  calls: number;
}

export interface ContractReport extends WaivedFindings {
  document: string;
  resources: ResourceSummary[];
}

/** The functions of the app that no scenario runs. */
const neverRun = ({ ran }: Traffic): Finding[] =>
  FUNCTIONS.filter((name) => !ran.has(name)).map((name) => ({
    call: `Operation ${name}`,
    place: 'call',
    property: '',
    rule: 'unused',
    message: 'No scenario of contract/suite.ts runs it.',
    operations: [],
  }));

/**
 * Checks the app and its sandbox against a document.
 * @param traffic what the scenarios called and what they were answered
 */
export const checkContract = (document: OpenApiDocument, traffic: Traffic): ContractReport => {
  const check = new TrafficCheck(document);
  for (const exchange of traffic.exchanges) check.check(exchange);
  for (const webhook of traffic.webhooks) check.checkWebhook(webhook);

  const compared = [
    ...ENDPOINTS.map((endpoint) => ({
      call: nameOf(endpoint),
      endpoints: 1,
      calls: check.calls.get(nameOf(endpoint)) ?? 0,
      comparison: compareEndpoint(document, endpoint),
    })),
    {
      call: WEBHOOK,
      endpoints: 0,
      calls: traffic.webhooks.length,
      comparison: compareWebhook(document),
    },
  ];
  const resources = new Map<string, ResourceSummary>();
  for (const { call, endpoints, calls, comparison } of compared) {
    const resource = resourceOf(call);
    const { parameters, sent, read } = comparison.counts;
    const sum = resources.get(resource);
    resources.set(resource, {
      resource,
      endpoints: (sum?.endpoints ?? 0) + endpoints,
      parameters: (sum?.parameters ?? 0) + parameters,
      sent: (sum?.sent ?? 0) + sent,
      read: (sum?.read ?? 0) + read,
      calls: (sum?.calls ?? 0) + calls,
    });
  }

  // What the rest of a failed scenario would have used is not unused.
  const unused = traffic.failures.length > 0 ? [] : [...check.unused(), ...neverRun(traffic)];
  const findings = merge([
    ...compareTransport(document).findings,
    ...compared.flatMap(({ comparison }) => comparison.findings),
    ...check.findings,
    ...unused,
    ...traffic.failures,
  ]);
  return {
    document: `${document.title}, ${document.size} operations`,
    resources: [...resources.values()],
    ...applyWaivers(findings),
  };
};
