/** What the text still needs, beside the editor: each line leads to its place. */
import type { JsonFinding } from './checks.ts'

type Props = { findings: JsonFinding[]; lineAt: (at: number) => number; goTo: (at: number) => void }

const groups: { level: JsonFinding['level']; title: string }[] = [
  { level: 'stop', title: 'Empêche de l’utiliser' },
  { level: 'error', title: 'À corriger avant la relecture' },
  { level: 'advice', title: 'À vérifier' },
]

export function Findings({ findings, lineAt, goTo }: Props) {
  return (
    <section className="json-findings" aria-label="À revoir dans ce texte">
      <p className={findings.length === 0 ? 'muted' : 'visually-hidden'} role="status">
        {findings.length === 0 ? 'Rien à revoir.' : `${findings.length} à revoir dans ce texte.`}
      </p>
      {groups.map(({ level, title }) => {
        const mine = findings.filter((finding) => finding.level === level)
        if (mine.length === 0) return null
        return (
          <div key={level} data-level={level}>
            <h2>
              {title} <span className="muted">({mine.length})</span>
            </h2>
            <ul>
              {mine.map(({ from, message, where }) => (
                <li key={`${from} ${message}`}>
                  <button type="button" className="link" onClick={() => goTo(from)}>
                    Ligne {lineAt(from)}
                  </button>
                  {where && <span className="muted"> {where}</span>}
                  <br />
                  {message}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
