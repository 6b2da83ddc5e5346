import { useState } from 'react';
import { useNavigate } from 'react-router-dom';

export default function Login() {
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failed, setFailed] = useState(false);

  async function onSubmit(event) {
    event.preventDefault();
    const res = await fetch('https://my.sealmetrics.com/api/v1/auth/token', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!res.ok) {
      setFailed(true);
      return;
    }
    window.sessionStorage.setItem('lastEmail', email);
    navigate('/overview');
  }

  return (
    <form onSubmit={onSubmit}>
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <input type="password" value={password} onChange={(e) => setPassword(e.target.value)} />
      {failed && <p role="alert">Wrong e-mail or password</p>}
      <button type="submit">Sign in</button>
    </form>
  );
}
