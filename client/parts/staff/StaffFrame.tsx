/** The frame of every staff page: the menu, who is here, the title, and the messages. */
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { sheetDraft } from '../../entry/sheet-draft.ts'
import { type OfQuestionnaire, StageTabs } from '../../staff/questionnaires/StageTabs.tsx'
import { Spoken } from '../../words/useSay.ts'
import { Bold } from '../Bold.tsx'
import { Comfort } from '../Comfort.tsx'
import { Button } from '../forms/Button.tsx'
import { useSite } from '../site.ts'
import { useMe } from './me.ts'
import { entryAt, groupsOf, menuFor } from './menu.ts'
import { SessionOver } from './SessionOver.tsx'
import { call } from './staffApi.ts'
import { Toasts } from './Toasts.tsx'
import './styles/staff.css'
import './styles/forms.css'
import './styles/tables.css'
import './styles/windows.css'

/** A page one comes to from another is read from its title; the first one from the top. */
let isInside = false

type Props = {
  title: string
  /** One line under the title. */
  lead?: string
  /** Buttons beside the title. */
  actions?: ReactNode
  /** Uses the whole screen rather than a reading width. */
  isWide?: boolean
  /** The questionnaire this page is about: its name and its stages stand above the title. */
  questionnaire?: OfQuestionnaire
  /** Where the page was reached from, when that is another entry of the menu: its address, and the way back above the title. */
  from?: { entry: string; crumbs: { text: string; href: string }[] } | undefined
  children: ReactNode
}

export function StaffFrame({ title, lead, actions, isWide, questionnaire, from, children }: Props) {
  const me = useMe()
  const site = useSite()
  const [path] = useLocation()
  const opening = useHistoryState<{ opening?: { slug: string; title: string } } | null>()?.opening
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const root = document.documentElement
    const before = { lang: root.lang, dir: root.dir }
    // the staff pages are in French, whatever a respondent chose on this device
    Object.assign(root, { lang: 'fr', dir: 'ltr' })
    root.dataset.room = 'staff'
    document.title = `${title} · ${site?.name ?? 'Questionnaires'}`
    return () => {
      delete root.dataset.room
      Object.assign(root, before)
    }
  }, [title, site?.name])
  // before what is in the page: a place the address names takes the focus from it
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another path
  useLayoutEffect(() => {
    if (isInside) heading.current?.focus()
    isInside = true
  }, [path])
  const mine = me?.account ? menuFor(me.account.roles) : []
  const here = entryAt(from?.entry ?? path, mine)
  const groups = groupsOf(mine)
  const around = groups.find(({ group }) => group === here?.group)?.entries ?? []
  return (
    <div className="staff">
      <a className="skip-link button" href="#content">
        Aller au contenu
      </a>
      <header className="staff-top">
        <Link className="top-name" href="/gerer">
          <img src={site?.logo || '/icon.svg'} alt="" width="28" height="28" />
          <b>{site?.name ?? 'Questionnaires'}</b>
        </Link>
        <Spoken value="fr">
          <Comfort hasLanguages={false} />
        </Spoken>
        {me?.account && (
          <div className="staff-me">
            <Link href="/gerer/sessions">{me.account.name}</Link>
            <Button kind="quiet" onClick={() => leave(me.account!.login)}>
              Se déconnecter
            </Button>
          </div>
        )}
      </header>
      {site?.demo && (
        <aside className="banner" aria-label="Démonstration">
          <p>
            <Bold text="**Données fictives.** Ce site est une démonstration : les réponses et les résultats sont inventés." />
          </p>
        </aside>
      )}
      <div className="staff-body" data-alone={mine.length === 0 || undefined}>
        {mine.length > 0 && (
          <nav className="staff-menu" aria-label="Espace des équipes">
            <ul className="menu-groups">
              {groups.map(({ group, title: name, entries }) => (
                <li key={group}>
                  <Link
                    href={entries[0]!.path}
                    aria-current={group !== here?.group ? undefined : path === entries[0]!.path ? 'page' : 'true'}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
            {around.length > 1 && (
              <ul className="menu-entries">
                {around.map((entry) => (
                  <li key={entry.path}>
                    <Link href={entry.path} aria-current={entry === here ? 'page' : undefined}>
                      {entry.label}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </nav>
        )}
        <main id="content" tabIndex={-1} className="staff-main" data-wide={isWide || undefined}>
          {from && (
            <nav aria-label="Fil d’Ariane">
              <ol className="crumbs">
                {from.crumbs.map(({ text, href }) => (
                  <li key={href}>
                    <Link href={href}>{text}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {questionnaire && !from && <StageTabs {...questionnaire} />}
          {opening && (
            <p>
              <Link href={`/gerer/questionnaires/${opening.slug}#ouverture`}>← L’ouverture de « {opening.title} »</Link>
            </p>
          )}
          <div className="staff-head both-ends">
            <div>
              <h1 ref={heading} tabIndex={-1}>
                {title}
              </h1>
              {lead && <p className="muted">{lead}</p>}
            </div>
            {actions && <div className="actions">{actions}</div>}
          </div>
          {children}
        </main>
      </div>
      <Toasts />
      <SessionOver />
    </div>
  )
}

async function leave(login: string) {
  // what somebody answered on paper waits on no machine whose user has left
  sheetDraft.drop(login)
  await call('DELETE /api/session').catch(() => {})
  location.assign('/connexion')
}
