/** The contract as a whole: what the client's schemas say and what its traffic shows, held to a document. */
import { Comparison, compareTransport } from './compare.ts';
import { type Divergence, type Excused, excuse } from './divergences.ts';
import type { OpenApiDocument } from './document.ts';
import { ENDPOINTS, nameOf } from './endpoints.ts';
import { type Finding, merge, resourceOf } from './findings.ts';
import type { Traffic } from './stage.ts';
import { TrafficCheck } from './traffic-check.ts';

/** How much of one resource was checked. */
interface ResourceSummary {
  resource: string;
  endpoints: number;
  parameters: number;
  /** Properties of bodies, and of answers. */
  sent: number;
  read: number;
  /** Calls seen in the traffic. */
  calls: number;
}

export interface Verdict extends Excused {
  document: string;
  resources: ResourceSummary[];
}

/**
 * Holds the app and its sandbox to a document.
 * @param traffic what the operation suite called and what it was answered
 */
export const judge = (
  document: OpenApiDocument,
  traffic: Traffic,
  divergences?: readonly Divergence[],
): Verdict => {
  const check = new TrafficCheck(document);
  for (const exchange of traffic.exchanges) check.check(exchange);

  const resources = new Map<string, ResourceSummary>();
  const compared = ENDPOINTS.flatMap((endpoint): Finding[] => {
    const { findings, counts } = new Comparison(document, endpoint);
    const resource = resourceOf(endpoint.path);
    const sum = resources.get(resource);
    resources.set(resource, {
      resource,
      endpoints: (sum?.endpoints ?? 0) + 1,
      parameters: (sum?.parameters ?? 0) + counts.parameters,
      sent: (sum?.sent ?? 0) + counts.sent,
      read: (sum?.read ?? 0) + counts.read,
      calls: (sum?.calls ?? 0) + (check.calls.get(nameOf(endpoint)) ?? 0),
    });
    return findings;
  });

  // After a failure, what the rest of a scene would have used is no news.
  const unused = traffic.failures.length > 0 ? [] : check.unused();
  const findings = merge([
    ...compareTransport(document),
    ...compared,
    ...check.findings,
    ...unused,
    ...traffic.failures,
  ]);
  return {
    document: `${document.title}, ${document.size} operations`,
    resources: [...resources.values()],
    ...excuse(findings, divergences),
  };
};
