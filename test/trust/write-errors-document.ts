/** `npm run docs:errors`: rewrites docs/errors.md, and prints it with its matrix. */
import { writeFileSync } from 'node:fs';
import { errorsDocument } from './errors-document.ts';

const page = errorsDocument();
writeFileSync(new URL('../../docs/errors.md', import.meta.url), page);
console.log(page);
