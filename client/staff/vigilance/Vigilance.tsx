/** Texts that may reveal a distress: read first by one named person, who writes down what was done. */
import { useCallback, useState } from 'react'
import type { vigilance } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { submits } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { day } from '../../results/words.ts'
import './vigilance.css'

export function Vigilance() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/vigilance'), []))
  return (
    <StaffFrame
      title="Vigilance"
      lead="Des textes libres où quelqu’un dit peut-être une détresse. Vous les lisez avant toute analyse."
    >
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <details className="notice">
              <summary>Que faire d’un texte inquiétant ?</summary>
              <p>
                Les questionnaires sont anonymes : on ne peut pas rappeler la personne. Un texte qui nomme un enfant en
                danger se signale au 119 ou à la CRIP du département ; une urgence, au 17 ou au 112. Les autres numéros
                : 3114 (suicide), 3919 (violences faites aux femmes), 3018 (harcèlement). Notez ici ce que vous avez
                fait.
              </p>
            </details>
            {page.waiting.length === 0 ? (
              <p className="calm-line">Aucun texte n’attend votre lecture.</p>
            ) : (
              <ul className="flagged">
                {page.waiting.map((text) => (
                  <li key={text.id}>
                    <OneText text={text} again={again} />
                  </li>
                ))}
              </ul>
            )}
            <Seen seen={page.seen} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

function OneText({ text: own, again }: { text: vigilance.Waiting; again: () => void }) {
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState('')
  const see = async () => {
    setFailure('')
    try {
      await call('POST /api/vigilance/:slug/:id', { params: { slug: own.slug, id: own.id }, body: { note } })
      notify('Le texte est marqué vu. L’analyse des thèmes peut le lire.')
      again()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <article className="boxed">
      <p className="muted">
        {own.questionnaire} · {day(own.day)}
      </p>
      <blockquote>{marked(own)}</blockquote>
      <p className="muted">Signalé pour : {own.concerns.join(', ').toLowerCase()}.</p>
      <form onSubmit={submits(see)}>
        <NoteField
          label="Ce qui a été fait"
          help="Une phrase, sans nom : « lu, rien à signaler », « transmis à la CRIP le 3 mars »."
          failure={failure}
          least={3}
          most={1000}
          value={note}
          onChange={setNote}
        />
        <Button type="submit" kind="main">
          Marquer vu
        </Button>
      </form>
    </article>
  )
}

/** The text with the words that raised the concern. */
function marked({ text, alarms }: vigilance.Waiting) {
  const ends = [0, ...alarms.flatMap(({ start, end }) => [start, end]), text.length]
  return ends.slice(1).map((end, at) => {
    const part = text.slice(ends[at], end)
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
    return at % 2 === 0 ? part : <mark key={at}>{part}</mark>
  })
}

function Seen({ seen }: Pick<vigilance.VigilancePage, 'seen'>) {
  if (seen.length === 0) return null
  return (
    <Section id="seen-title" title="Déjà vus">
      <p className="muted">Le texte n’est pas gardé ici, seulement ce qui a été fait.</p>
      <DataTable
        caption="Textes déjà vus, le dernier d’abord"
        rows={seen}
        columns={[
          { title: 'Vu', isHeading: true, cell: ({ seenAt }) => momentText(seenAt) },
          { title: 'Par', cell: ({ byName }) => byName },
          { title: 'Questionnaire', cell: ({ questionnaire }) => questionnaire },
          { title: 'Ce qui a été fait', cell: ({ note }) => note },
        ]}
      />
    </Section>
  )
}
