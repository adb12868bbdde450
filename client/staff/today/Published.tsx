/** What the answers say, on the first page of whoever may read it: the first findings of the plan, once something is published. */
import { lazy, Suspense, useCallback } from 'react'
import { Link } from 'wouter'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'

const MainFindings = lazy(async () => ({
  default: (await import('../../results/plan/MainFindings.tsx')).MainFindings,
}))

/** One row of a wide screen. */
const mostShown = 3

export function Published() {
  const [loaded] = useLoaded(useCallback(() => call('GET /api/analyse'), []))
  // what needs somebody stands above: without this the page is whole
  if (!loaded || 'error' in loaded || loaded.value.main.length === 0) return null
  return (
    <Suspense fallback={null}>
      <MainFindings title="Ce que disent les réponses" findings={loaded.value.main.slice(0, mostShown)} />
      <p>
        <Link href="/analyse">Tout le plan</Link>
      </p>
    </Suspense>
  )
}
