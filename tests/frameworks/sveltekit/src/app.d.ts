declare global {
  namespace App {
    interface Locals { sealmetricsToken: string }
  }
}

export {};
