/** « 3 questions à chaud » of a session: opened, printed, and what may be said of what came back. */
import type { actionLog } from '../../api/wire/public.ts'
import { dayText } from '../../surveys/days.ts'
import { leastDescribed, leastNew } from '../../surveys/thresholds.ts'
import { addressOf } from '../parts/api.ts'
import { Button } from '../parts/forms/Button.tsx'
import { copyText } from '../parts/staff/leaving.ts'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { orNotify } from '../parts/staff/Toasts.tsx'

type Props = { page: actionLog.EntryPage; again: () => void }

export function ExitPanel({ page: { id, exit, canWrite, entry }, again }: Props) {
  async function open() {
    await orNotify(async () => {
      await call('POST /api/action-log/:entry/exit', { params: { entry: id }, body: {} })
      again()
    })
  }
  return (
    <Section id="exit" title="3 questions à chaud">
      {exit === null ? (
        <>
          <p>
            Un carré à scanner à la sortie : plu ou non, utile ou non, un mot. Les réponses rejoignent cette séance,
            jamais une personne.
          </p>
          {canWrite ? (
            <div className="actions">
              <Button onClick={() => void open()}>Ouvrir les questions</Button>
            </div>
          ) : (
            <p className="muted">Elles ne sont pas ouvertes pour cette séance.</p>
          )}
        </>
      ) : (
        <>
          <div className="log-exit">
            <img
              className="qr"
              src={`data:image/svg+xml;utf8,${encodeURIComponent(exit.picture)}`}
              alt="Carré à scanner, qui mène aux 3 questions"
            />
            <div className="form">
              <p>
                Ouvertes du {dayText(entry.day)} au {dayText(exit.closesOn)}.
              </p>
              <div className="actions">
                <a
                  className="button"
                  href={addressOf('GET /api/action-log/:entry/poster', { params: { entry: id } })}
                  download={`a-chaud-${entry.day}.pdf`}
                >
                  Feuille à imprimer (PDF)
                </a>
                <Button onClick={() => copyText(exit.address, 'L’adresse est copiée.')}>Copier l’adresse</Button>
              </div>
            </div>
          </div>
          {exit.base === '' ? (
            <p className="muted">
              Moins de {leastDescribed} réponses pour l’instant : rien n’est montré, pour que personne ne soit reconnu.
            </p>
          ) : (
            <div>
              <ul className="log-list">
                {exit.lines.map((line) => (
                  <li key={line}>
                    <b>{line}</b>
                  </li>
                ))}
              </ul>
              <p className="muted">
                {exit.base} Les nombres bougent par lots d’au moins {leastNew} réponses. Qui répond à la sortie est
                souvent plus content que les autres.
              </p>
              {exit.words.length > 0 && (
                <details>
                  <summary>Les mots laissés, noms masqués, dans le désordre</summary>
                  <ul className="log-words">
                    {exit.words.map((word, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two people may leave the same word
                      <li key={at}>{word}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          )}
        </>
      )}
    </Section>
  )
}
