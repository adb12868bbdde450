/** Which screen stands at which address. */
import { type ComponentType, lazy, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { Home } from './home/Home.tsx'
import { Boundary } from './parts/Boundary.tsx'
import { useNewPage } from './parts/focus/useNewPage.ts'
import { Shell } from './parts/Shell.tsx'
import { Opening, Skeleton, State } from './parts/State.tsx'

const Accessibility = lazy(async () => ({ default: (await import('./parts/Accessibility.tsx')).Accessibility }))
const Staff = lazy(async () => ({ default: (await import('./staff.tsx')).Staff }))
const MyCode = lazy(async () => ({ default: (await import('./code/MyCode.tsx')).MyCode }))
const Resume = lazy(async () => ({ default: (await import('./answer/carry/Resume.tsx')).Resume }))
const Kiosk = lazy(async () => ({ default: (await import('./kiosk/Kiosk.tsx')).Kiosk }))
const Analyse = lazy(async () => ({ default: (await import('./results/Results.tsx')).Analyse }))
const Design = lazy(async () => ({ default: (await import('./design/Design.tsx')).Design }))
const Trial = lazy(async () => ({ default: (await import('./design/preview/Trial.tsx')).Trial }))
const Fieldwork = lazy(async () => ({ default: (await import('./fieldwork/Fieldwork.tsx')).Fieldwork }))
const ActionLog = lazy(async () => ({ default: (await import('./action-log/ActionLog.tsx')).ActionLog }))
const Exit = lazy(async () => ({ default: (await import('./action-log/exit/Exit.tsx')).Exit }))
const Heard = lazy(async () => ({ default: (await import('./heard/Heard.tsx')).Heard }))
const OwnCard = lazy(async () => ({ default: (await import('./results/directory/own/OwnCard.tsx')).OwnCard }))
const TakePart = lazy(async () => ({ default: (await import('./results/young/TakePart.tsx')).TakePart }))
const questionnaire = () => import('./answer/Answer.tsx')
const LaterAnswer = lazy(async () => ({ default: (await questionnaire()).Answer }))
type AnswerHere = ComponentType<{ slug: string }>

/** What shows the questionnaire of an address, brought with what the device holds of it before anything is drawn. */
export async function bringAnswer(slug: string, late: AbortSignal): Promise<AnswerHere> {
  const { Answer, openAhead } = await questionnaire()
  await openAhead(slug, late)
  return Answer
}

/** @param Answer when it is here already */
export function App({ Answer = LaterAnswer }: { Answer?: AnswerHere | undefined }) {
  const [address] = useLocation()
  useNewPage(address)
  return (
    <Boundary at={address} instead={failed}>
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/q/:slug">
          {({ slug }) => (
            <Suspense
              fallback={
                <Shell>
                  <Opening />
                </Shell>
              }
            >
              <Answer key={slug} slug={slug} />
            </Suspense>
          )}
        </Route>
        <Route path={/^\/(?:connexion|installation|invitation|gerer(?:\/.*)?)$/}>
          <Suspense>
            <Staff />
          </Suspense>
        </Route>
        <Route path="/mon-code">
          <Suspense
            fallback={
              <Shell>
                <Skeleton />
              </Shell>
            }
          >
            <MyCode />
          </Suspense>
        </Route>
        <Route path="/reprendre">
          <Suspense
            fallback={
              <Shell>
                <Skeleton />
              </Shell>
            }
          >
            <Resume />
          </Suspense>
        </Route>
        <Route path="/kiosk">
          <Suspense>
            <Kiosk />
          </Suspense>
        </Route>
        <Route path={/^\/analyse(?:\/.*)?$/}>
          <Suspense>
            <Analyse />
          </Suspense>
        </Route>
        <Route path="/concevoir/:slug/essai">
          {({ slug }) => (
            <Suspense>
              <Trial slug={slug} />
            </Suspense>
          )}
        </Route>
        <Route path={/^\/concevoir(?:\/.*)?$/}>
          <Suspense>
            <Design />
          </Suspense>
        </Route>
        <Route path={/^\/terrain(?:\/.*)?$/}>
          <Suspense>
            <Fieldwork />
          </Suspense>
        </Route>
        <Route path={/^\/carnet(?:\/.*)?$/}>
          <Suspense>
            <ActionLog />
          </Suspense>
        </Route>
        <Route path="/a-chaud/:code">
          {({ code }) => (
            <Suspense
              fallback={
                <Shell>
                  <Skeleton />
                </Shell>
              }
            >
              <Exit code={code} />
            </Suspense>
          )}
        </Route>
        <Route path={/^\/ecoute(?:\/.*)?$/}>
          <Suspense>
            <Heard />
          </Suspense>
        </Route>
        <Route path="/ma-fiche">
          <Suspense
            fallback={
              <Shell>
                <Skeleton />
              </Shell>
            }
          >
            <OwnCard />
          </Suspense>
        </Route>
        <Route path="/participer">
          <Suspense
            fallback={
              <Shell>
                <Skeleton />
              </Shell>
            }
          >
            <TakePart />
          </Suspense>
        </Route>
        <Route path="/accessibilite">
          <Suspense>
            <Accessibility />
          </Suspense>
        </Route>
        <Route>
          <Shell>
            <State name="page" />
          </Shell>
        </Route>
      </Switch>
    </Boundary>
  )
}

/** A part of the site did not come: the network was cut, or a newer version has replaced it. What was answered stays on the device. */
const failed = (error: unknown) => (
  <Shell>
    <State
      name={!navigator.onLine ? 'offline' : isPartMissing(error) ? 'newer' : 'broken'}
      again={() => location.reload()}
    />
  </Shell>
)

/** What Chromium, Firefox and Safari say of a script that does not come, and Vite of a style. */
const isPartMissing = (error: unknown) =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script failed|Unable to preload/.test(error.message)
