/** Home: the open questionnaires for everybody, in plain words. */
import { useEffect } from 'react'
import { Link } from 'wouter'
import type { QuestionnaireLine } from '../../api/wire/public.ts'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import { installPages } from '../answer/offline/offline.ts'
import { openQuestionnaires } from '../parts/api.ts'
import { Ribbon } from '../parts/Ribbon.tsx'
import { Shell } from '../parts/Shell.tsx'
import { Skeleton, State, stateOf } from '../parts/State.tsx'
import { useSite } from '../parts/site.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { weekMotif } from '../parts/weekMotif.ts'
import { InYourLanguage } from '../words/InYourLanguage.tsx'
import { PageLink } from '../words/PageLink.tsx'
import { Addressed, useSay } from '../words/useSay.ts'
import { QuestionnaireCard } from './QuestionnaireCard.tsx'
import { useDevice } from './useDevice.ts'
import './home.css'

export function Home() {
  const say = useSay()
  const site = useSite()
  const [lines, again] = useLoaded(openQuestionnaires)
  const { drafts, waiting, refused, arrived, hasCome, erase } = useDevice()
  useEffect(installPages, [])
  const open = lines && 'value' in lines ? listed(lines.value) : []
  return (
    <Shell isWide>
      <InYourLanguage />
      {waiting.length > 0 && (
        <p className="home-saved home-wait" role="status">
          {say('waiting.home', { count: waiting.length })}
        </p>
      )}
      {hasCome && (
        <p className="home-saved home-wait" role="status">
          {say('aside.came')}
        </p>
      )}
      <News text={say('aside.home')} slugs={refused} link={say('aside.why')} />
      <News text={say('aside.arrived')} slugs={arrived} link={say('aside.receipt')} />
      {lines && 'error' in lines ? (
        <State name={stateOf(lines.error)} again={again} />
      ) : (
        <>
          <div className="home-hero">
            <div className="stack">
              <h1>{say('home.title')}</h1>
              <p>{say('home.lead')}</p>
            </div>
            <Ribbon spans={weekMotif} />
          </div>
          {lines === null ? (
            <Skeleton />
          ) : open.length === 0 ? (
            <div className="stack">
              <h2>{say('home.none')}</h2>
              <p>{say('home.noneMore')}</p>
            </div>
          ) : (
            <section aria-labelledby="open">
              <h2 id="open" className="visually-hidden">
                {say('home.open')}
              </h2>
              <ul className="home-cards">
                {open.map((line) => (
                  <Addressed key={line.slug} value={isForYoung(line.audience) ? 'tu' : 'vous'}>
                    <QuestionnaireCard
                      line={line}
                      isWaiting={waiting.includes(line.slug)}
                      draft={drafts.find(({ questionnaire }) => questionnaire === line.slug)}
                      erase={() => erase(line.slug)}
                    />
                  </Addressed>
                ))}
              </ul>
            </section>
          )}
          {site && site.results.length > 0 && (
            <p className="home-saved home-results">
              {say('results.home')} <PageLink to="/resultats">{say('results.link')}</PageLink>
            </p>
          )}
          {site?.hasDirectory && (
            <p className="home-saved home-results">
              {say('directory.home')} <PageLink to="/annuaire">{say('directory.link')}</PageLink>
            </p>
          )}
        </>
      )}
    </Shell>
  )
}

/** Those that anybody may answer; what is on trial only where nothing is open or announced: its answers will be erased. */
function listed(lines: readonly QuestionnaireLine[]): QuestionnaireLine[] {
  const offered = lines.filter(({ status, byLink }) => status !== 'closed' && !byLink)
  const real = offered.filter(({ status }) => status !== 'trial')
  return real.length > 0 ? real : offered
}

type NewsProps = { text: string; slugs: string[]; link: string }

/** Something became of answers sent from here: a line, and the way to it. */
function News({ text, slugs, link }: NewsProps) {
  return slugs.map((slug) => (
    <div key={slug} className="home-saved home-wait" role="status">
      <p>{text}</p>
      <Link className="button" href={`/q/${slug}`}>
        {link}
      </Link>
    </div>
  ))
}
