/** The staff home: what needs me today, in sentences, each with a place to go. */
import { useCallback, useEffect } from 'react'
import { Link } from 'wouter'
import { Loading } from '../../parts/Loading.tsx'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { Published } from './Published.tsx'
import { UnderWay } from './UnderWay.tsx'

export function Today() {
  const me = useMe()
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/today'), []))
  // the other rooms come while these lines, which are drawn first, are read
  useEffect(() => {
    if (!loaded) return
    const drawn = requestAnimationFrame(() => setTimeout(() => import('../Pages.tsx').catch(() => {})))
    return () => cancelAnimationFrame(drawn)
  }, [loaded])
  const first = me?.account?.name.split(/[\s,]/)[0]
  return (
    <StaffFrame title={first ? `Bonjour ${first}` : 'Bonjour'} lead="Ce qui vous attend aujourd’hui">
      <Loading loaded={loaded} again={again}>
        {({ first, underWay, lines }) =>
          first === null && underWay === null && lines.length === 0 ? (
            <div className="calm">
              <Ribbon className="message-ribbon" spans={[]} />
              <p>Rien ne vous attend. Bonne journée !</p>
            </div>
          ) : (
            <>
              {first && <FirstSteps steps={first} />}
              {underWay !== null && <UnderWay text={underWay} roles={me?.account?.roles ?? []} />}
              {lines.length > 0 && (
                <ul className="matters">
                  {lines.map(({ text, link, linkText, urgent }) => (
                    <li key={text} data-urgent={urgent || undefined}>
                      <p>{text}</p>
                      {link !== null && (
                        <Link className="button" href={link}>
                          {linkText}
                        </Link>
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {me?.account?.roles.includes('analyst') && <Published />}
            </>
          )
        }
      </Loading>
    </StaffFrame>
  )
}
