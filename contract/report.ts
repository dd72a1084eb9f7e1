/** The report as text, a table with sentences below it, and as JSON. */
import type { ContractReport } from './contract.ts';
import { type Finding, jsonPath, resourceOf } from './findings.ts';

/** Whether nothing has drifted. */
export const holds = ({ drift }: ContractReport): boolean => drift.length === 0;

/** A finding as one line: "POST /v1/ws/{workspaceId}/Tasks, body $.priority: …". */
export const sentence = ({ call, place, property, message, operations }: Finding): string => {
  const isJson = place !== 'path' && place !== 'query';
  const path = isJson ? jsonPath(property) : property;
  const where = place === 'call' ? property : `${place} ${path}`;
  const seen = operations.length > 0 ? ` Seen in ${operations.join(', ')}.` : '';
  return `${[call, where].filter(Boolean).join(', ')}: ${message}${seen}`;
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const HEAD = ['Resource', 'Endpoints', 'Parameters', 'Sent', 'Read', 'Calls seen', ''];

const table = (rows: string[][]): string[] => {
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const isNumber = column > 0 && column < HEAD.length - 1;
        return isNumber ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
};

const stateOf = (resource: string, { drift, known }: ContractReport): string => {
  const ofResource = ({ call }: Finding) => resourceOf(call) === resource;
  const drifted = drift.filter(ofResource).length;
  const waived = known.flatMap(({ findings }) => findings.filter(ofResource));
  if (drifted > 0) return `✗ ${plural(drifted, 'drift')}`;
  if (waived.some(({ rule }) => rule === 'endpoint')) return '✓ not in the document, as known';
  return waived.length > 0 ? `✓ holds, ${waived.length} known` : '✓ holds';
};

/** The report as a text: one line a resource, then each drift in a sentence, then what is known. */
export const toText = (report: ContractReport): string => {
  const { document, resources, drift, known } = report;
  const rows = resources.map((summary) => {
    const { resource, endpoints, parameters, sent, read, calls } = summary;
    const numbers = [endpoints, parameters, sent, read, calls].map(String);
    return [resource, ...numbers, stateOf(resource, report)];
  });
  const total = (['endpoints', 'parameters', 'sent', 'read', 'calls'] as const).map((name) =>
    String(resources.reduce((sum, summary) => sum + summary[name], 0)),
  );
  const lines = [document, '', ...table([HEAD, ...rows, ['All', ...total, '']])];
  if (drift.length > 0) lines.push('', 'Drift:', ...drift.map((one) => `  ✗ ${sentence(one)}`));
  const used = known.filter(({ findings }) => findings.length > 0);
  lines.push('', 'Known divergences (contract/divergences.ts):');
  for (const { divergence, findings } of used) {
    lines.push(`  · ${divergence.what}: ${findings.length}. ${divergence.reason}`);
  }
  const waived = used.reduce((sum, { findings }) => sum + findings.length, 0);
  const holding = holds(report)
    ? 'The contract holds'
    : `The contract does not hold: ${plural(drift.length, 'drift')}`;
  lines.push(
    '',
    `${holding}. ${plural(used.length, 'known divergence')} waive ${plural(waived, 'finding')}.`,
  );
  return lines.join('\n');
};

/** The report as JSON text. */
export const toJson = (report: ContractReport): string => {
  const { document, resources, drift, known } = report;
  const divergences = known.map(({ divergence: { what, reason, source }, findings }) => ({
    what,
    reason,
    source,
    findings: findings.length,
  }));
  return JSON.stringify({ holds: holds(report), document, resources, drift, divergences }, null, 2);
};
