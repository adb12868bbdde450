/** One list of issues of the publication review: a sentence each, by place, with the way to it. */
import { Link } from 'wouter'
import { translated } from '../../../surveys/languages.ts'
import { isOfWhole, type PlacedIssue } from '../../../surveys/review/issue.ts'
import { placeHref, textsHref } from '../addresses.ts'

type Props = {
  slug: string
  title: string
  kind: 'fix' | 'check'
  findings: readonly PlacedIssue[]
  lead: string
  /** Said instead of the list when there is nothing. */
  empty: string
}

export function FindingList({ slug, title, kind, findings, lead, empty }: Props) {
  const id = `review-${kind}`
  return (
    <section className="review-list" data-kind={kind} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="review-number">{findings.length}</span>
      </h2>
      {findings.length === 0 ? (
        <p className="review-none">{empty}</p>
      ) : (
        <>
          {lead && <p className="muted">{lead}</p>}
          <ul>
            {findings.map(ofTheWhole).map((finding) => (
              <li key={`${finding.path} ${finding.code} ${finding.message}`}>
                <div>
                  {finding.where && <p className="review-where">{finding.where}</p>}
                  <p>{finding.message}</p>
                </div>
                <Way slug={slug} finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const ofTheWhole = (finding: PlacedIssue): PlacedIssue => (isOfWhole(finding) ? { ...finding, where: '' } : finding)

/** Where a finding is mended: texts in their table, a reason on this page, the rest at its place. */
function Way({ slug, finding: { code, path, where, message } }: { slug: string; finding: PlacedIssue }) {
  const heard = <span className="visually-hidden"> : {where || message.slice(0, 80)}</span>
  if (code === 'burden' || code === 'burden-reason' || code.startsWith('language-reason'))
    return <a href="#raisons">Écrire la raison{heard}</a>
  const language = translated.find((each) =>
    [`language-${each}`, `language-check-${each}`, `same-${each}`, `script-${each}`].includes(code),
  )
  const href = language ? textsHref(slug, language, path) : placeHref(slug, path)
  return <Link href={href}>Y aller{heard}</Link>
}
