/** The frame of every screen: name and comfort above, banners that must be seen, legal links below. */

import { type ReactNode, useContext, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { languageRows } from '../../surveys/languages.ts'
import { type Key, speak } from '../words/speak.ts'
import { Spoken } from '../words/useSay.ts'
import { Bold } from './Bold.tsx'
import { Comfort } from './Comfort.tsx'
import { useComfort } from './comfort.ts'
import { Sign } from './Sign.tsx'
import { Shared } from './shared.ts'
import { useSite } from './site.ts'

type Props = {
  children: ReactNode
  /** Title of the browser's tab, before the authority's name. */
  title?: string
  isTrial?: boolean
  isDemo?: boolean
  isWide?: boolean
  /** Leaves the room to the question: on a phone the name gives way to its sign. */
  isCompact?: boolean
  /** The screen shown, where several follow one another. */
  step?: string
  /** Where one's own answer is read again, once its words are known here. */
  ownAt?: string | undefined
  /** Between the top and the content: the progress of a questionnaire. */
  under?: ReactNode
}

export function Shell({
  children,
  title,
  isTrial,
  isDemo,
  isWide,
  isCompact,
  step,
  ownAt = '/mon-code',
  under,
}: Props) {
  const { language } = useComfort()
  // The frame follows the person; what it holds may be in French only.
  const spoken = useContext(Spoken) ?? language
  const say = (key: Key) => speak(language, key)
  const site = useSite()
  const wayOut = useContext(Shared)
  // on a site where all is made up, a trial says nothing more
  const isMadeUp = isDemo || site?.demo
  const name = site?.name ?? say('site.fallback')
  const isUnread = site != null && spoken !== 'fr' && site.reviewed[spoken] === ''
  // said once where the language is changed, then the room is for the question
  const [chosen, setChosen] = useState<{ spoken: string; step?: string | undefined }>({ spoken })
  if (chosen.spoken !== spoken) setChosen({ spoken, step })
  const isNoticeHere = !isCompact || (step !== undefined && chosen.step === step)
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name
  }, [title, name])
  return (
    <div className="shell" data-compact={isCompact || undefined}>
      <a className="skip-link button" href="#content">
        {say('skip')}
      </a>
      <header>
        <div className="top-rule">
          <div className="top">
            {wayOut === null ? (
              <Link className="top-name" href="/">
                <Sign logo={site?.logo} />
                <b>{name}</b>
              </Link>
            ) : (
              <span className="top-name">
                <Sign logo={site?.logo} />
                <b>{name}</b>
              </span>
            )}
            <Comfort />
            {wayOut}
          </div>
        </div>
        {isMadeUp ? <Banner text={say('banner.demo')} /> : isTrial && <Banner text={say('banner.trial')} />}
        {languageRows[spoken].tag !== languageRows[language].tag && (
          <p className="untranslated">{say('answer.untranslated')}</p>
        )}
        {isUnread && isNoticeHere && (
          <p className="untranslated">{say(spoken === 'fr-facile' ? 'reviewed.easy' : 'reviewed.translation')}</p>
        )}
      </header>
      <main id="content" tabIndex={-1} lang={languageRows[spoken].tag} dir={languageRows[spoken].direction}>
        {under}
        <div className="shell-main" data-wide={isWide || undefined}>
          {children}
        </div>
      </main>
      {wayOut === null && (
        <footer className="foot">
          <div className="foot-inner">
            {/* who is answering has no code yet */}
            {!isCompact && <Link href={ownAt}>{say('own.link')}</Link>}
            <Link href="/accessibilite">{say(`foot.${site?.accessibility.state ?? 'non'}`)}</Link>
            {/* as the authority wrote it */}
            {site?.contact && (
              <span lang="fr">
                <bdi>{site.contact}</bdi>
              </span>
            )}
          </div>
        </footer>
      )}
    </div>
  )
}

function Banner({ text }: { text: string }) {
  return (
    <div className="banner">
      <p>
        <Bold text={text} />
      </p>
    </div>
  )
}
