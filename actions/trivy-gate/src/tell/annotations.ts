import type { Annotation } from '../../../shared/action/report.ts';
import type { Place } from '../../../shared/errors/user-error.ts';
import { oneLine } from '../../../shared/markdown/untrusted.ts';
import type { Ignore } from '../decisions/ignore.ts';
import { unmatched } from '../decisions/vex.ts';
import { adviceFor, subjectOf } from '../findings/advice.ts';
import { distinct } from '../findings/finding.ts';
import { placeOf } from '../findings/places.ts';
import type { Result } from '../result.ts';
import { dayOf } from './summary.ts';

/** What blocks, worst first, at the line that mends it; then decisions that need someone. */
export function annotationsOf({ judged, applied, sources, documents }: Result): Annotation[] {
  return [
    ...distinct(judged.blocking).map((finding): Annotation => {
      const place = placeOf(finding, sources);
      return {
        level: 'error',
        title: `${finding.severity} ${oneLine(finding.id)}`,
        message: `${oneLine(finding.title) || oneLine(finding.id)} in ${subjectOf(finding)}. ${adviceFor(finding)}`,
        ...(place === undefined ? {} : { place }),
      };
    }),
    ...applied.expired.map((ignore) =>
      warning(
        'an ignore has expired',
        `${oneLine(ignore.id)} was ignored until ${dayOf(ignore)} (${oneLine(ignore.owner)}: ${oneLine(ignore.reason)}). It counts again; mend it, or decide anew.`,
        ignore.place,
      ),
    ),
    ...applied.stale.map((ignore) =>
      warning(
        'an ignore matches nothing',
        `${oneLine(ignore.id)} is not found any more; remove the entry.`,
        ignore.place,
      ),
    ),
    ...lacking(applied.lacking),
    ...unmatched(documents, distinct(judged.blocking)).map(({ document, finding }) =>
      warning(
        'a VEX statement does not apply',
        `The document declares ${oneLine(finding.id)} harmless for another product than the one scanned. If it is meant, name the product ${oneLine(finding.purl) || 'as it was scanned'}.`,
        { file: document.path },
      ),
    ),
  ];
}

/** One warning for all of them: a file taken over from trivy may have many. */
function lacking(ignores: readonly Ignore[]): Annotation[] {
  const [first] = ignores;
  if (first === undefined) return [];
  const missing = [...new Set(ignores.flatMap(({ lacks }) => lacks))].map((key) => `\`${key}\``).join(', ');
  const rest = ignores.length === 1 ? '' : ` and ${ignores.length - 1} more`;
  return [
    warning(
      'an ignore is no decision',
      `${oneLine(first.id)}${rest}: an ignore without ${missing} can't be asked about and may never end. Add them.`,
      first.place,
    ),
  ];
}

function warning(title: string, message: string, place: Place): Annotation {
  return { level: 'warning', title, message, place };
}
