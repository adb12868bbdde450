/** Above every page of one questionnaire: the way back, its name, and its stages as tabs. */
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useMe } from '../../parts/staff/me.ts'
import { hubHref, type StageName, stagesFor } from './stages.ts'
import './stages.css'

/** `stage` null = the page of the questionnaire itself; `note` stands beside its name. */
export type OfQuestionnaire = { slug: string; title: string; stage: StageName | null; note?: string | undefined }

export function StageTabs({ slug, title, stage, note }: OfQuestionnaire) {
  const me = useMe()
  const roles = me?.account?.roles ?? []
  const list = useRef<HTMLOListElement>(null)
  // on a phone the tabs slide: the stage one is at is among those shown, until one slides them
  // biome-ignore lint/correctness/useExhaustiveDependencies: other stages are those of another person or questionnaire
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && here) list.current.scrollLeft = here.offsetLeft - list.current.clientWidth / 3
  }, [slug, stage, me])
  return (
    <div className="stage-tabs">
      <div className="stage-way both-ends">
        <nav aria-label="Fil d’Ariane">
          <ol className="crumbs">
            <li>
              <Link href="/gerer/questionnaires">Questionnaires</Link>
            </li>
            {title && (
              <li>
                {stage === null ? <span aria-current="page">{title}</span> : <Link href={hubHref(slug)}>{title}</Link>}
              </li>
            )}
          </ol>
        </nav>
        {note && <p className="muted">{note}</p>}
      </div>
      <nav aria-label="Étapes du questionnaire">
        <ol className="stages" ref={list}>
          {stagesFor(slug, roles).map(({ name, title: text, href }) => (
            <li key={name}>
              {href === null ? (
                <span className="muted">{text}</span>
              ) : (
                <Link href={href} aria-current={name === stage ? 'step' : undefined}>
                  {text}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
