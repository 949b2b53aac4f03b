"""What `public` tells, for minds that ask it again and again about one view."""

from tabletop.game.kept import kept
from tabletop.players import public

settled = kept(public.settled)
stands = kept(public.stands)
packages = kept(public.packages)
package = kept(public.package)
offered = kept(public.offered)
proposed = kept(public.proposed)
