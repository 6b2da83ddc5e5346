import { FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSession } from '../session';

const AUTH = 'https://my.sealmetrics.com/api/v1/auth/token';

export function SignIn() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const session = useSession();
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const response = await fetch(AUTH, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.status === 401) {
      setProblem('Wrong e-mail or password.');
      return;
    }
    window.localStorage.setItem('last_email', email);
    session.open(await response.json());
    navigate('/');
  }

  return (
    <form onSubmit={submit}>
      {problem && <p role="alert">{problem}</p>}
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} placeholder="you@example.com" />
      <input type="password" value={password} onChange={(e) => setPassword(e.target.value)} placeholder="Password" />
      <button>Sign in</button>
    </form>
  );
}
