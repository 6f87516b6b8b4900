/** The page's entry. */
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { keepForOffline } from './offline/register.ts'
import './style/tokens.css'
import './style/base.css'
import './style/shell.css'
import './style/presenting.css'

render(() => <App />, document.getElementById('lab')!)
keepForOffline()
