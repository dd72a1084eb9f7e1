/**
 * `npm run contract [-- <file or https address>]`: checks whether anything that this app relies on in
 * Dastra's API has changed. Without a document it checks against the extract in this folder. Exits
 * with 0 if the contract holds, 1 on drift, 2 if it could not be checked.
 */
import { parseArgs } from 'node:util';
import { CannotRun, loadDocument, type OpenApiDocument } from './document.ts';
import { EXTRACT } from './extract.ts';
import { holds, toJson, toText } from './report.ts';

const USAGE = 'Usage: npm run contract -- [--json] [file or https address of the OpenAPI document]';

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new Error('One document at a time.');
    const source = positionals[0] ?? (process.env.DASTRA_OPENAPI || EXTRACT);
    return { json: values.json, source };
  } catch (error) {
    throw new CannotRun(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
};

/** The app and the sandbox are loaded last, so that a wrong address is reported at once. */
const check = async (document: OpenApiDocument) => {
  const { checkContract } = await import('./contract.ts');
  const { runScenarios } = await import('./harness.ts');
  const { SUITE } = await import('./suite.ts');
  return checkContract(document, await runScenarios(SUITE));
};

try {
  const { json, source } = readArguments();
  const report = await check(await loadDocument(source));
  console.log(json ? toJson(report) : toText(report));
  process.exitCode = holds(report) ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    error instanceof CannotRun ? message : `The contract could not be checked: ${message}`,
  );
  process.exitCode = 2;
}
