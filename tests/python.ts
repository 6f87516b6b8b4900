/** Finds a Python to compare with: KUDARI_PYTHON, else python3; tests that need one say so when it is absent. */
import { execFileSync } from 'node:child_process'

/** The name of a Python that has these modules; undefined, with a printed reason, where there is none. */
export function findPython(...modules: readonly string[]): string | undefined {
  const name = process.env.KUDARI_PYTHON || 'python3'
  try {
    execFileSync(name, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' })
    return name
  } catch {
    console.log(`skipped: ${name} with ${modules.join(', ')} is not there (KUDARI_PYTHON names another)`)
    return undefined
  }
}
