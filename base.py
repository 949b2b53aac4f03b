import sys,tempfile,time,signal,os
from pathlib import Path
from tests.hard.terminal import *
def trial(name, act, *args, **kw):
    f=Path(tempfile.mkdtemp(prefix="wintry-"))
    pre=kw.pop('pre',None)
    if pre: pre(f)
    t=Terminal(f,*args,**kw)
    try:
        ok=t.wait_for(kw.get('wanted',b" "+b"keys")) 
        time.sleep(.5)
        r=act(t)
        time.sleep(1)
        print(f"{name}: opened={ok} rc={t.process.poll()} result={r} fault={faults(f).strip().splitlines()[-1:]}", flush=True)
    finally:
        t.close()
        import shutil; shutil.rmtree(f,ignore_errors=True)
def end(t, s=8):
    t.wait_for(lambda: t.process.poll() is not None, s)
    return t.process.poll(), t.put_back(), t.modes==t.at_first
if __name__=="__main__":
    def b(x): 
        def act(t): t.send(x); time.sleep(1.5); return None
        return act
    for n,x in {"e9":b"\xe9","x10":b"\x1b[M \xa0\xa0","nul":b"\0\0","kitty":b"\x1b[97;1:3u","kittybig":b"\x1b[99999999999u","sur":b"\x1b[97;1;55296u","inband":b"\x1b[48;0;0;0;0t","mode":b"\x1b[?2048;1$y\x1b[48;40;20;400;200t","cs":b"cs","paste":b"\x1b[200~"+b"A"*100000+b"\x1b[201~","nq":b"nb"}.items():
        trial(n,b(x))
    for s in (signal.SIGTERM,signal.SIGHUP,signal.SIGINT,signal.SIGQUIT):
        trial(s.name, lambda t:(t.signal(s), end(t))[1])
    trial("stale", lambda t: len([l for l in t.seen.split(b"\n")]), COLUMNS="40", LINES="10")
    trial("dumb", lambda t: b"1049h" in t.seen, TERM="dumb")
    trial("noterm", lambda t: b"1049h" in t.seen, TERM=None)
    trial("nocolor", lambda t: (t.seen.count(b"38;2")+t.seen.count(b"38;5")), NO_COLOR="")
    trial("color", lambda t: (t.seen.count(b"38;2")+t.seen.count(b"38;5")))
    trial("ctrl-z", lambda t: (t.send(b"\x1a"), time.sleep(2), t.put_back())[2])
    trial("N", lambda t: (t.send(b"N"), time.sleep(2), b"eed" in t.seen)[2])
    trial("ctrl-l", lambda t: (len(t.seen), t.send(b"\x0c"), time.sleep(1), len(t.seen)))
    trial("stderr", lambda t: len(t.seen))
