namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>What a date or time of the facts is for, so that the closing day cannot pass for the day of reopening.</summary>
internal enum Role
{
    Any,
    Visit,
    Closed,
    Opens,
    Deadline,
    Ride,
    Old,
    Past,
    Event,

    /// <summary>Reckoned from a visit: when to arrive, until when it is held, since when to eat nothing.</summary>
    Edge,
}

/// <summary>Tells roles from the names of facts and from the words around a date.</summary>
internal static class Roles
{
    private const int Near = 4;

    public static Role OfFact(ReadOnlySpan<string> nameWords)
    {
        foreach (var word in nameWords)
        {
            var role = word switch
            {
                "closed" or "closing" or "closes" or "closure" => Role.Closed,
                "reopens" or "reopen" or "reopening" or "opens" or "open" => Role.Opens,
                "reply" or "deadline" or "until" or "expires" or "before" or "by" or "due" => Role.Deadline,
                "ride" or "transport" or "pickup" or "shuttle" or "taxi" => Role.Ride,
                "old" or "previous" or "original" or "was" or "from" or "cancelled" or "canceled" => Role.Old,
                "last" or "sent" or "received" or "asked" or "joined" or "since" or "done" or "on" => Role.Past,
                "event" or "class" or "clinic" => Role.Event,
                "appointment" or "visit" or "slot" or "start" or "waitlist" or "new" or "to" or "arrive" or "arrival" => Role.Visit,
                _ => Role.Any,
            };
            if (role is not Role.Any)
            {
                return role;
            }
        }

        return Role.Any;
    }

    /// <summary>The role that the words before a date give it, else those behind it, within the sentence.</summary>
    public static Role Around(Passage passage, int from, int to, bool hasOld, out int at)
    {
        at = from;
        if (to < passage.Count && passage[to].Sentence == passage[from].Sentence && passage[to].Gap < Gap.Comma && OfWord(passage, to, hasOld: false) is Role.Visit or Role.Ride)
        {
            return OfWord(passage, to, hasOld: false);   // "your 10:15 visit"
        }

        if (passage.WordAt(from - 1, from) is "your" or "su")
        {
            return Role.Visit;   // "well ahead of your ten past four"
        }

        var start = passage.SentenceStart(from);
        for (var i = from - 1; i >= start; i--)
        {
            if (OfWord(passage, i, hasOld) is var role and not Role.Any && !(role is Role.Deadline && !IsBeside(passage, i, from)))
            {
                at = i;
                return role;
            }
        }

        var end = passage.SentenceEnd(from);
        for (var i = to; i < Math.Min(end, to + Near) && passage[i].Gap < Gap.Comma; i++)
        {
            if (OfWord(passage, i, hasOld) is var role and not (Role.Any or Role.Deadline or Role.Old))
            {
                return role;
            }
        }

        return Role.Any;
    }

    // "by noon", "before Friday the 4th"; not "by video tomorrow".
    private static bool IsBeside(Passage passage, int at, int mention)
    {
        for (var i = at + 1; i < mention; i++)
        {
            if (passage[i].Norm is not ("the" or "this" or "end" or "of" or "el" or "del" or "de" or "la" or "las" or "este" or "noon" or "next" or "at" or "on") && passage[i].Kind is TokenKind.Word
                && CalendarWords.Weekday(passage[i]) is null && CalendarWords.Month(passage[i]) is 0 && !NumberWords.IsOne(passage[i].Norm, passage.IsSpanish))
            {
                return false;
            }
        }

        return true;
    }

    private static Role OfWord(Passage passage, int at, bool hasOld)
    {
        var word = passage[at].Norm;
        var denied = passage.WordAt(at - 1, at) is "not" or "no" or "nor" || (passage.WordAt(at - 1, at) is "be" && passage.WordAt(at - 2, at) is "not");
        var role = word switch
        {
            "closed" or "close" or "closes" or "closing" or "cerrado" or "cerrada" or "cerrados" or "cerraremos" or "cerramos" or "cerrara" or "cierra" or "cerrar" => Role.Closed,
            "reopen" or "reopens" or "reopening" or "regresa" or "regresan" or "regresaremos" or "vuelve" or "vuelven" or "volveremos" or "reabre" or "reabrira" or "reabrimos" or "reabriremos" or "regresamos" or "volvemos" => Role.Opens,
            "open" or "opens" or "abrimos" or "abriremos" or "abre" or "abierto" or "abiertos" or "abrir" => denied ? Role.Closed : Role.Opens,
            "back" when passage.WordAt(at + 1, at) is "on" or "in" or "open" => Role.Opens,
            "by" or "before" or "deadline" or "hasta" or "until" => Role.Deadline,
            "antes" when passage.WordAt(at + 1, at) is "de" or "del" => Role.Deadline,
            "ride" or "rides" or "driver" or "pickup" or "transporte" or "traslado" or "chofer" or "taxi" or "shuttle" => Role.Ride,
            "visit" or "appointment" or "see" or "expects" or "expecting" or "session" or "cita" or "visita" or "vemos" or "espera" or "esperamos" or "expect" or "expected" => Role.Visit,
            "pick" or "picks" when passage.WordAt(at + 1, at) is "you" => Role.Ride,
            "arrive" or "arrives" or "arriving" or "llegue" or "lleguen" or "llegar" or "eat" or "drink" or "food" or "coma" or "coman" or "beba" or "tome" => Role.Edge,
            "from" or "del" when hasOld => Role.Old,
            "to" or "al" or "now" or "ahora" when hasOld => Role.Visit,
            "was" or "instead" or "era" or "lugar" or "vez" => Role.Old,
            _ => Role.Any,
        };
        return role;
    }
}
