/** The page of a tablet: to be registered, out of service, or in service. */
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { Button } from '../parts/forms/Button.tsx'
import { Skeleton } from '../parts/State.tsx'
import { useLoaded } from '../parts/useLoaded.ts'
import { lacking } from './lacking.ts'
import { Outside } from './Outside.tsx'
import { library, tablet } from './queue/database.ts'
import { Register } from './Register.tsx'
import { Station } from './Station.tsx'
import './kiosk.css'

export function Kiosk() {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.room = 'kiosk'
    return () => {
      delete dataset.room
    }
  }, [])
  const look = useCallback(async () => ({ registered: await tablet.get(), questionnaires: await library.all() }), [])
  const [loaded, again] = useLoaded(look)
  const secret = useSyncExternalStore(onAddress, () => location.hash).slice(1)
  if (!isSecureContext)
    return (
      <Outside title="Cette page demande une connexion chiffrée">
        <p>
          Une borne scelle les réponses sur la tablette et marche sans réseau. Les navigateurs ne le permettent qu’en
          https (ou sur l’ordinateur du serveur lui-même). L’adresse de cette page commence par http : l’inscription
          s’arrête ici, rien n’a été changé et le lien n’a pas servi.
        </p>
        <p>Demandez à la personne qui a installé le site d’activer https, puis ouvrez de nouveau le lien.</p>
      </Outside>
    )
  const missing = lacking()
  if (missing.length > 0)
    return (
      <Outside title="Ce navigateur est trop ancien pour une borne">
        <p>Il lui manque de quoi :</p>
        <ul>
          {missing.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>Mettez-le à jour, ou ouvrez le lien dans une fenêtre ordinaire, non privée. Le lien n’a pas servi.</p>
      </Outside>
    )
  if (loaded === null)
    return (
      <Outside title="Un instant…">
        <Skeleton />
      </Outside>
    )
  if ('error' in loaded)
    return (
      <Outside title="Ce navigateur ne garde rien">
        <p>
          Une borne doit garder les réponses jusqu’à leur envoi. Ce navigateur le refuse : navigation privée, stockage
          plein ou coupé. Ouvrez le lien dans une fenêtre ordinaire, ou libérez de la place. Le lien n’a pas servi.
        </p>
        <Button kind="main" onClick={again}>
          Réessayer
        </Button>
      </Outside>
    )
  const { registered, questionnaires } = loaded.value
  if (/^[\w-]{43}$/.test(secret)) return <Register secret={secret} isKnown={registered !== undefined} done={again} />
  if (!registered)
    return (
      <Outside title="Cette tablette n’est pas encore une borne">
        <p>
          Une personne qui administre le site crée un lien, page « Bornes » de l’espace des équipes. Ouvrez ce lien sur
          cette tablette, ou scannez son code.
        </p>
      </Outside>
    )
  return <Station first={registered} firstQuestionnaires={questionnaires} />
}

function onAddress(follow: () => void) {
  addEventListener('hashchange', follow)
  return () => removeEventListener('hashchange', follow)
}
