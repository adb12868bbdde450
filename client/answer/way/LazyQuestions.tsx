/** The questions, with the frame of their page while they and the survey engine come. */
import { type ComponentProps, lazy, Suspense } from 'react'
import { Shell } from '../../parts/Shell.tsx'
import { Skeleton } from '../../parts/State.tsx'

const engine = () => import('../screens/Questions.tsx')
const Questions = lazy(async () => ({ default: (await engine()).Questions }))

/** Asks for them ahead, while the notice is read. */
export const prepareQuestions = () => void engine()

export const LazyQuestions = (props: ComponentProps<typeof Questions>) => (
  <Suspense
    fallback={
      <Shell {...props.frame}>
        <Skeleton />
      </Shell>
    }
  >
    <Questions {...props} />
  </Suspense>
)
