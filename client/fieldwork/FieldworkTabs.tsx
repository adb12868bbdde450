/** One questionnaire on the field: its tabs, one at a time. */
import { type ComponentType, useCallback } from 'react'
import { Link, Redirect } from 'wouter'
import { Loading } from '../parts/Loading.tsx'
import { useMe } from '../parts/staff/me.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { type Loaded, useLoaded } from '../parts/useLoaded.ts'
import { Calendar } from './Calendar.tsx'
import { Codes } from './Codes.tsx'
import { Flags } from './Flags.tsx'
import { Progress } from './Progress.tsx'
import { Sharing } from './Sharing.tsx'
import { Targets } from './Targets.tsx'
import type { TabProps } from './tab-props.ts'

type Tab = {
  name: string
  text: string
  lead: string
  stage: 'share' | 'follow'
  /** null = the follow-up, which has counts of its own and which analysts read too. */
  Page: ComponentType<TabProps> | null
  isForDeciders?: true
}

const tabs: Tab[] = [
  { name: 'calendrier', text: 'Calendrier', lead: 'Ouvrir, prolonger, clore, figer.', stage: 'share', Page: Calendar },
  {
    name: 'diffusion',
    text: 'Diffusion',
    lead: 'Liens, affiches et textes prêts à envoyer.',
    stage: 'share',
    Page: Sharing,
  },
  {
    name: 'codes',
    text: 'Codes d’invitation',
    lead: 'Un code par personne, qui sert une fois.',
    stage: 'share',
    Page: Codes,
  },
  { name: 'suivi', text: 'Suivi', lead: 'Qui répond, et qui manque encore.', stage: 'follow', Page: null },
  {
    name: 'signalees',
    text: 'Réponses à regarder',
    lead: 'Rien n’est effacé : une personne décide.',
    stage: 'follow',
    Page: Flags,
    isForDeciders: true,
  },
]

export function FieldworkTabs({ slug, tab }: { slug: string; tab: string }) {
  const roles = useMe()?.account?.roles ?? []
  const mayDecide = roles.includes('admin') || roles.includes('publisher')
  const mayRun = mayDecide || roles.includes('designer')
  const shown = tabs.filter(({ Page, isForDeciders }) => (mayRun || Page === null) && (mayDecide || !isForDeciders))
  const here = shown.find(({ name }) => name === tab)
  const isFollowed = here?.Page === null
  const [loaded, again, refresh] = useLoaded(
    useCallback(
      () => (mayRun ? call('GET /api/fieldwork/:slug', { params: { slug } }) : Promise.resolve(null)),
      [slug, mayRun],
    ),
  )
  const [followed, follow, followOn] = useLoaded(
    useCallback(
      () => (isFollowed ? call('GET /api/fieldwork/:slug/follow', { params: { slug } }) : Promise.resolve(null)),
      [slug, isFollowed],
    ),
  )
  if (!here) return <Redirect to={`/terrain/${slug}/${shown[0]!.name}`} replace />
  const [page, counts] = [shownOf(loaded), shownOf(followed)]
  const { Page } = here
  return (
    <StaffFrame
      title={here.text}
      lead={here.lead}
      questionnaire={{ slug, title: page?.title ?? counts?.title ?? '', stage: here.stage }}
    >
      <nav aria-label={here.stage === 'share' ? 'Diffuser' : 'Suivre'} className="room-nav">
        {shown
          .filter(({ stage }) => stage === here.stage)
          .map(({ name, text }) => (
            <Link key={name} href={`/terrain/${slug}/${name}`} aria-current={name === tab ? 'page' : undefined}>
              {text}
            </Link>
          ))}
      </nav>
      {Page === null ? (
        <Loading loaded={followed} again={follow}>
          {(there) =>
            there && (
              <Progress follow={there} refresh={followOn}>
                {page && (
                  <Targets
                    page={page}
                    refresh={() => {
                      refresh()
                      followOn()
                    }}
                  />
                )}
              </Progress>
            )
          }
        </Loading>
      ) : (
        <Loading loaded={loaded} again={again}>
          {(there) => there && <Page page={there} mayDecide={mayDecide} again={refresh} />}
        </Loading>
      )}
    </StaffFrame>
  )
}

const shownOf = <T,>(loaded: Loaded<T>): T | null => (loaded && 'value' in loaded ? loaded.value : null)
