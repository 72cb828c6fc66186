using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>What we did, will do or let the reader do, and what a clinician does, is either mere courtesy or stands on a fact.</summary>
/// <remarks>Looks at the grammar, not at single phrases: "we have put in the order", "you can come any day", "Dr. Long keeps asking".</remarks>
public sealed record NoUnfoundedActions : Guardrail
{
    private static readonly FrozenSet<string> WeMay = Set("see look find help be set stop not also pick move change work do then gladly happily say meet try fit welcome love like rather note read go check swap sort figure switch adjust arrange plan talk fix hold keep take answer listen explain show share find gladly each both all choose use suggest book start begin keep try write remind stop leave see pass bring");
    private static readonly FrozenSet<string> YouMay = Set("get pick open reply call text write see view find choose pick tell ask let change move reach read join respond ring send always also just simply then use share answer speak look click tap contact need want not like prefer email say check stop end opt visit add skip ignore each hold");
    private static readonly FrozenSet<string> ClinicianMay = Set("right are were but so will can has is sees expects looks and or on at for with here team will to if in from about as whom le les la lo los las nos te ve vera esta estara tiene puede podra espera en el a de con y que por o se atendera recibira");
    private static readonly FrozenSet<string> Done = Set("let put got made gave kept found went came heard knew took told said saw sent left held met spoke wrote read did had set booked moved added saved tried");
    private static readonly FrozenSet<string> SpanishMay = Set("buscaremos ayudaremos veremos estaremos esperaremos tendremos encontraremos seremos haremos");
    private static readonly FrozenSet<string> SpanishReaderMay = Set("responder contestar llamar llamarnos escribir escribirnos ver verlo verla verlos verlas leer leerlo escoger elegir decir decirnos preguntar preguntarnos cambiar cambiarla cambiarlo mover moverla encontrar avisar avisarnos usar enviar mandar hablar buscar ayudar ayudarle mejor marcar entrar visitar hacer pedir pedirnos empezar contar contarnos que quedarse pensarlo decidir decidirlo servir esperar platicar explicar confirmar acordar");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // A template's own: how it is answered and arranged, and the change that its situation is about.
    private static bool IsArranged(DraftReading reading, int verb)
    {
        var norm = reading.Passage[verb].Norm;
        return reading.IsTemplate && (Arranging.Contains(norm)
            || (norm is "had" or "needed" or "moved" or "made" or "make" or "tuvimos" or "realizar" or "cumplir" or "recibir" && reading.Facts.AllowsAny(["moved", "cancelled"]))
            || (norm is "saved" or "set" or "held" or "put" or "saved" && reading.Facts.Has("appointment"))
            || (norm is "had" or "made" or "done" && reading.Passage.WordAt(verb - 1, verb) is "have" && reading.Passage.WordAt(verb - 2, verb) is "you" && reading.Facts.Has("due"))
            || (norm is "volveremos" && (reading.Passage.WordAt(verb - 1, verb) is "no" || reading.Passage.WordAt(verb - 2, verb) is "no")));
    }

    private static readonly FrozenSet<string> Arranging = Set("suggest offer send write again peeking think planning wait decide come reply note sabremos dejaremos entenderemos propondremos respetaremos escribir pensarlo elegir esperar dejarlo platicarlo hablarlo o y");

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        for (var i = 0; i < reading.Passage.Count; i++)
        {
            var verb = reading.Passage.IsSpanish ? SpanishVerb(reading, i) : EnglishVerb(reading, i);
            verb = verb < 0 ? ClinicianVerb(reading, i) : verb;
            if (verb >= 0 && !IsFounded(reading, verb) && !IsArranged(reading, verb) && !reading.IsPicture(i))
            {
                yield return new(Codes.InventedFact, $"\"{reading.Passage.Written(i, verb + 1)}\" tells of something done, promised or allowed that the facts do not hold.");
            }
        }
    }

    private static bool IsFounded(DraftReading reading, int verb)
    {
        var norm = reading.Passage[verb].Norm;
        return reading.Explained[verb] || reading.Facts.HasStem(norm) || Topics.Shared.Of(norm).Exists(topic => reading.Facts.Allows(topic) && !Topics.Shared.IsBroad(topic)) || reading.Passage[verb].Kind is not TokenKind.Word;
    }

    /// <summary>The index of a verb that must stand on a fact, or -1.</summary>
    private static int EnglishVerb(DraftReading reading, int at)
    {
        var passage = reading.Passage;
        var subject = passage[at].Norm;
        var before = passage.WordAt(at - 1, at);
        if (subject is not ("we" or "you" or "they" or "it" or "that") || before is "if" or "when" or "whenever" or "can" or "could" or "would" or "shall" or "may" or "do" or "did" or "will" or "are" or "as" || passage.Asks(at))
        {
            return -1;
        }

        var next = passage.WordAt(at + 1, at);
        var verb = at + 2 < passage.Count && passage[at + 2].Gap < Gap.Comma ? passage.WordAt(at + 2, at) : "";
        return next switch
        {
            "will" or "can" or "may" or "could" when verb.Length > 0 => Promised(passage, at, next, verb),
            _ when subject is "it" or "that" => -1,
            "had" when verb is "to" => at + 3 < passage.Count ? at + 3 : at + 1,   // "we had to move your visit"
            "are" when verb.Length > 0 => State(passage, at, verb),
            "have" when IsDone(verb) => at + 2,
            "have" when subject is "we" && !HasFounded(reading, at + 2, Math.Min(passage.SentenceEnd(at), at + 8)) => at + 1,   // "we have early and late times every day"
            "did" when subject is "we" && verb is "not" && IsHarmlessDenial(passage, at) => -1,
            "let" when verb is "you" or "us" => -1,   // "we let you know": a habit, not an act
            _ => IsDone(next) && next is not ("need" or "set") ? at + 1 : -1,
        };
    }

    // "we will also look", "you can reply"
    private static int Promised(Passage passage, int at, string helper, string verb)
    {
        var subject = passage[at].Norm;
        var then = verb is "also" or "then" or "gladly" or "always" or "just" or "simply" or "still" or "even" or "now" or "both" or "all" ? at + 3 : at + 2;
        var allowed = subject is "we" ? WeMay : subject is "it" or "that" ? Found : helper is "will" ? Found : YouMay;
        return passage.WordAt(then, at) is { Length: > 0 } word && !allowed.Contains(word) ? then : -1;
    }

    // "we are open", "you are truly welcome"
    private static int State(Passage passage, int at, string what)
    {
        var then = what is "deeply" or "truly" or "really" or "always" or "still" && passage.WordAt(at + 3, at).Length > 0 ? at + 3 : at + 2;
        return (passage[at].Norm is "we" ? WeAre : YouAre).Contains(passage.WordAt(then, at)) ? -1 : then;
    }

    // "we did not get to see you", "if you would rather we didn't"
    private static bool IsHarmlessDenial(Passage passage, int at) =>
        passage.WordAt(at + 3, at) is "" or "get" or "see" or "manage" or "hear" or "mean" or "want" or "have" || passage[at + 3].Gap >= Gap.Comma;

    private static bool HasFounded(DraftReading reading, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (reading.Passage[i].Norm is "you" or "your" or "a" or "an" or "no" or "not" or "to" or "been" || reading.Facts.IsName(reading.Passage[i].Norm) || reading.Explained[i] || reading.Mentions.Exists(mention => mention.From <= i && i < mention.To) || IsFounded(reading, i))
            {
                return true;
            }
        }

        return from >= to;
    }

    private static readonly FrozenSet<string> WeAre = Set("here glad happy pleased sorry open closed back looking also still on at in with so very now able not expecting grateful thankful always going just moving sending holding saving keeping setting expecting writing checking asking planning hoping wishing all about almost running now behind ready just");
    private static readonly FrozenSet<string> YouAre = Set("due set booked on in all welcome up signed still now down scheduled coming able to at with not here looking asking wondering the a free there getting always");

    private static readonly FrozenSet<string> Found = Set("find see meet join not no soon help work suit be do make still also only just always take");

    private static bool IsDone(string word) => Done.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && word is not ("need" or "indeed" or "pleased"));

    private static int SpanishVerb(DraftReading reading, int at)
    {
        var passage = reading.Passage;
        var norm = passage[at].Norm;
        var next = passage.WordAt(at + 1, at);
        if (norm.EndsWith("remos", StringComparison.Ordinal) && norm is not ("queremos" or "podremos" or "esperemos" or "entremos" or "miremos" or "quisieramos") && passage[at].Kind is TokenKind.Word)
        {
            return SpanishMay.Contains(norm) ? -1 : at;
        }

        if (norm is "hemos" or "podemos" or "podremos" && next.Length > 0 && !passage.Asks(at))
        {
            return MayDo(next) || (passage.WordAt(at - 1, at) is "no" && reading.Facts.AllowsAny(["cancelled", "moved", "closed", "closure"])) ? -1 : at + 1;
        }

        var isFree = passage.Asks(at) || passage.WordAt(at - 1, at) is "cuando" or "si" or "no" or "que";
        return norm is "puede" or "pueden" or "podra" && !isFree && next.Length > 0 && !MayDo(next) ? at + 1 : -1;
    }

    private static bool MayDo(string verb) => SpanishReaderMay.Contains(verb) || SpanishReaderMay.Contains(Words.WithoutClitic(verb));

    // The word behind a clinician's name: "Dr. Long wants", "la Dra. Nava, que es paciente", "Dr. Pruitt is happy with it".
    private static int ClinicianVerb(DraftReading reading, int at)
    {
        var passage = reading.Passage;
        var isEnd = at > 0 && passage[at].Capital && !passage[at].Possessive && reading.Facts.IsClinician(passage[at].Norm) && at + 1 < passage.Count && !reading.Facts.IsClinician(passage[at + 1].Norm);
        var verb = at + 1;
        var isRelative = isEnd && passage.WordAt(verb, at) is "who" or "que" or "quien" or "and" or "y" && passage.WordAt(verb + 1, at) is "is" or "has" or "was" or "will" or "es" or "esta" or "tiene" or "ha";
        verb += isRelative ? 1 : 0;
        if (!isEnd || passage.WordAt(verb, at).Length is 0 || (!isRelative && passage[verb].Gap is not Gap.Space) || reading.Mentions.Exists(mention => mention.From <= verb && verb < mention.To))
        {
            return -1;
        }

        return passage[verb].Norm switch
        {
            "is" or "are" or "es" or "esta" or "estan" => verb + 1 < passage.Count && passage.WordAt(verb + 1, at) is { Length: > 0 } what && !ClinicianIs.Contains(what) && passage[verb + 1].Kind is TokenKind.Word && !what.EndsWith("ing", StringComparison.Ordinal) && !reading.Mentions.Exists(mention => mention.From <= verb + 1 && verb + 1 < mention.To) ? verb + 1 : -1,
            "has" or "have" or "ha" => IsDone(passage.WordAt(verb + 1, at)) ? verb + 1 : -1,
            var norm => ClinicianMay.Contains(norm) ? -1 : verb,
        };
    }

    private static readonly FrozenSet<string> ClinicianIs = Set("in at on out away here there now not able your our the set due free available back a an with also still only both down up from en de con a su fuera aqui el la");
}
