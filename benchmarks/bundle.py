"""Minified code as bundlers write it: one statement on one line, a thousand modules, one of which calls Sealmetrics with a key in it."""

from __future__ import annotations

import json
import random
import string
from typing import Final

from dense_tree import Planted

LINE: Final = 200_000
"""How long the line is that is one string, in bytes."""

_MODULE: Final = (
    "@N@:(e,t,n)=>{var r=n(@M@),i=n(@L@).default,s=/[\"'`{]@N@/g,o=`a${r.a({b:`c${i}`})}d`;/* } */"
    "class u extends r.b{constructor(e){super(e),this.state={open:!1,page:@M@},this.close=this.close.bind(this)}"
    'render(){const{items:e=[],label:t}=this.props;return i.createElement("ul",{className:"c-@N@",title:t},'
    'e.filter((e=>null!=e&&e.weight/2>@L@)).map(((e,t)=>i.createElement("li",{key:e.id||t},e.name+"}"))))}'
    'async load(e){const t=await fetch("https://shop.example.com/v2/items/"+e,{headers:{Accept:"application/json"}});'
    "if(!t.ok)throw new Error(`HTTP ${t.status}`);return(await t.json()).items.reduce(((e,t)=>e+t.price*t.count),0)}}"
    "t.default=u,t.total=function(e,t){for(var n=0,r=0;r<e.length;r++)switch(e[r].kind){case 1:n+=e[r].a;break;default:n-=t||0}return n}},"
)
_CALL: Final = (
    '@N@:(e,t,n)=>{"use strict";const r="https://my.sealmetrics.com/api/v1",i="@TOKEN@";'
    't.sites=async e=>(await fetch(`${r}/sites/${e}`,{headers:{"X-API-Key":i}})).json(),document.title=e},'
)


def bundle(size: int) -> str:
    """Give a bundle of about `size` bytes; the call is in its middle."""
    chance = random.Random(size)  # noqa: S311 - reproducible on purpose
    modules: list[str] = []
    length = 0
    while length < size:
        number = len(modules)
        module = _MODULE.replace("@N@", str(number)).replace("@M@", str(chance.randrange(999))).replace("@L@", str(chance.randrange(99)))
        modules.append(module)
        length += len(module)
    modules.insert(len(modules) // 2, _CALL.replace("@N@", str(len(modules))).replace("@TOKEN@", _token(chance)))
    return "(self.webpackChunk=self.webpackChunk||[]).push([[179],{" + "".join(modules) + "}]);\n"


def line() -> str:
    """Give a script whose one line holds a string of `LINE` bytes, and a call behind it."""
    chance = random.Random(LINE)  # noqa: S311 - reproducible on purpose
    data = "".join(chance.choices(string.ascii_letters + string.digits + "+/", k=LINE))
    headers = f'{{headers:{{"X-API-Key":"{_token(chance)}"}}}}'
    return f'document.title="{data}";fetch("https://my.sealmetrics.com/api/v1/sites",{headers});\n'


def source_map(size: int) -> str:
    """Give a source map of about `size` bytes, one of whose sources has the call."""
    sources = [bundle(200_000) if number == 1 else _without_call(200_000) for number in range(size // 250_000)]
    names = [f"../src/{number}.js" for number in range(len(sources))]
    return json.dumps({"version": 3, "sources": names, "sourcesContent": sources, "mappings": ";AAAA,SAASA" * (size // 70)})


def planted(name: str, text: str) -> Planted:
    """Say where the key is in a text that has one."""
    return Planted(name, text.count("\n", 0, text.index("sm_")) + 1, "token-in-client-code")


def _without_call(size: int) -> str:
    return bundle(size).replace("sealmetrics", "example").replace("sm_", "k-")


def _token(chance: random.Random) -> str:
    return "sm_" + "".join(chance.choices(string.ascii_letters + string.digits, k=61))
