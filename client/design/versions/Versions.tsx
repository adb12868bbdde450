/** Published versions, newest first: who, when, what changed each time, and each one as it was read. */
import { useCallback, useMemo, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { placed } from '../../../surveys/review/places.ts'
import { successorIssues } from '../../../surveys/review/version-before.ts'
import { Loading } from '../../parts/Loading.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Changes } from '../changes/Changes.tsx'
import type { DraftRoom } from '../draft/useDraft.ts'
import { Listened } from '../preview/Listened.tsx'
import './versions.css'

export function Versions({ room }: { room: DraftRoom }) {
  const { versions, draft, published, questionnaire } = room
  return (
    <div className="versions">
      <p>
        Une version approuvée ne change plus : chaque réponse garde celle sous laquelle elle a été donnée. La suivante
        peut changer des mots, ajouter des questions et des réponses ; elle ne peut pas changer le sens d’un code.
      </p>
      {draft && published && (
        <section className="versions-one">
          <h2>Le brouillon, pour la version {published.version + 1}</h2>
          <Objections room={room} />
          <details>
            <summary>Ce qui change depuis la version {published.version}</summary>
            <Changes
              before={published.questionnaire}
              after={questionnaire}
              titles={[`Version ${published.version}`, 'Brouillon']}
            />
          </details>
        </section>
      )}
      {versions.length === 0 && <p className="muted">Aucune version n’est encore approuvée.</p>}
      {versions.map((version, at) => (
        <One
          key={version.version}
          slug={room.slug}
          version={version}
          before={versions[at + 1]?.version ?? null}
          isCurrent={at === 0}
        />
      ))}
    </div>
  )
}

/** Why the draft may not follow the version people answer now. */
function Objections({ room: { published, questionnaire } }: { room: DraftRoom }) {
  const found = useMemo(
    () => placed(questionnaire, successorIssues(published?.questionnaire, questionnaire)),
    [published, questionnaire],
  )
  if (found.length === 0)
    return <p className="versions-good">Ses réponses pourront être comptées avec celles de la version d’avant.</p>
  return (
    <>
      <p>
        Tel quel, ses réponses ne pourraient pas être comptées avec celles de la version d’avant. Qui a répondu « oui »
        hier doit avoir dit la même chose que qui répond « oui » demain.
      </p>
      <ul className="versions-objections">
        {found.map(({ path, code, where, message }) => (
          <li key={`${path} ${code} ${message}`}>
            {where && <b>{where}. </b>}
            {message}
          </li>
        ))}
      </ul>
    </>
  )
}

type Version = design.DesignRoom['versions'][number]

function One({
  slug,
  version,
  before,
  isCurrent,
}: {
  slug: string
  version: Version
  before: number | null
  isCurrent: boolean
}) {
  const [isOpen, setIsOpen] = useState(false)
  const { version: number, publishedAt } = version
  return (
    <section className="versions-one">
      <h2>
        Version {number} {isCurrent && <span className="badge">en cours</span>}
      </h2>
      <p className="muted">
        Publiée le {momentText(publishedAt)}
        {broughtBy(version)}
      </p>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>
          {before === null ? 'Ce qu’elle contient' : 'Ce qui a changé, et ce qu’elle contient'}
          <span className="visually-hidden"> (version {number})</span>
        </summary>
        {isOpen && <Content slug={slug} number={number} before={before} />}
      </details>
    </section>
  )
}

export function broughtBy({ by, movedBy }: Pick<Version, 'by' | 'movedBy'>): string {
  if (movedBy !== null)
    return `. Seul le dernier jour pour répondre a changé, partout où un texte le nomme\u202f: déplacé par ${movedBy}.`
  if (by === null) return ', à l’essai.'
  return by.asked === by.approved ? ` par ${by.approved}.` : `. Demandée par ${by.asked}, approuvée par ${by.approved}.`
}

const versionOf = (slug: string, number: number) =>
  call('GET /api/design/:slug/versions/:version', { params: { slug, version: number } })

function Content({ slug, number, before }: { slug: string; number: number; before: number | null }) {
  const ask = useCallback(
    async () => ({
      now: await versionOf(slug, number),
      was: before === null ? null : await versionOf(slug, before),
    }),
    [slug, number, before],
  )
  const [loaded, again] = useLoaded(ask)
  return (
    <Loading loaded={loaded} again={again}>
      {({ now, was }) => (
        <div className="versions-content">
          {was && (
            <>
              <h3>Ce qui a changé depuis la version {was.version}</h3>
              <Changes
                before={was.questionnaire}
                after={now.questionnaire}
                titles={[`Version ${was.version}`, `Version ${number}`]}
              />
            </>
          )}
          <h3>Ce qu’elle contient</h3>
          <Listened questionnaire={now.questionnaire} />
        </div>
      )}
    </Loading>
  )
}
