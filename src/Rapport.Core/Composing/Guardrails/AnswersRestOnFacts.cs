using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A yes, a no or "that is fine" to a patient's question rests on an answer in the facts; what the facts say of money and of how we meet is not turned round.</summary>
public sealed record AnswersRestOnFacts : Guardrail
{
    private static readonly string[] Clinical = ["patient_question", "symptom", "patient_said", "patient_note"];

    internal override IEnumerable<Violation> Check(DraftReading reading) => Answers(reading).Concat(Balance(reading)).Concat(Mode(reading)).Concat(Cancelled(reading)).Concat(Forbidden(reading));

    private static IEnumerable<Violation> Answers(DraftReading reading)
    {
        var asked = reading.Facts.Sheet.Facts.Any(fact => fact.Name is "asked" or "patient_question" or "patient_request");
        if (!asked || HasAnswer(reading.Facts))
        {
            yield break;
        }

        var passage = reading.Passage;
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            var opens = i == 0 || passage[i].Opens || passage[i].Gap is Gap.Comma;
            var answers = (opens && norm is "yes" or "no" or "sure" or "si" or "claro" && !passage[i].Shout && (norm is not "si" || passage.Written(i).Contains('í', StringComparison.OrdinalIgnoreCase) || (i + 1 < passage.Count && passage[i + 1].Gap is Gap.Comma)))
                || (norm is "ahead" && passage.WordAt(i - 1, i) is "go") || norm is "adelante" || norm is "fine" or "okay" or "ok" or "allowed" or "permitido"
                || (norm is "can" or "may" or "could" && passage.WordAt(i - 1, i) is "you" && !passage.Asks(i) && passage.WordAt(i - 2, i) is not ("when" or "if" or "whenever") && !IsContact(passage.WordAt(i + 1, i), passage.WordAt(i + 2, i)))
                || (norm is "puede" && !passage.Asks(i) && passage.WordAt(i - 1, i) is not ("cuando" or "si" or "no") && !IsContact(passage.WordAt(i + 1, i), passage.WordAt(i + 2, i)));
            if (answers && !reading.IsEmergencyLine(i))
            {
                yield return new(Codes.MedicalAdvice, $"\"{passage.Written(i)}\" answers a question that the facts do not answer. Pass the question on instead.");
            }
        }
    }

    // "You can also reach us at", "puede llamar al": how to reach us answers nothing.
    private static bool IsContact(string first, string second)
    {
        var verb = first is "also" or "always" or "tambien" or "just" ? second : first;
        return verb is "call" or "reach" or "reply" or "write" or "text" or "phone" or "message" or "contact" or "ask" or "answer" or "llamar" or "llamarnos" or "escribir" or "escribirnos" or "responder" or "contestar" or "preguntar" or "comunicarse";
    }

    // Any fact beside names, dates of writing and the question itself may be the answer.
    private static bool HasAnswer(KnownFacts facts) => facts.Sheet.Facts.Any(fact =>
        fact.Name is not ("asked" or "patient_question" or "patient_request" or "practice" or "preferred_name" or "language" or "language_pref" or "today" or "sms_safe_name" or "letter_safe_name" or "email_safe_name" or "caregiver"
            or "clinician" or "signer" or "program" or "sensitive" or "condition" or "first_message" or "phone" or "appointment_local" or "due_service" or "interpreter" or "question_routed_to" or "medication")
        && !Array.Exists(Clinical, name => fact.Name.StartsWith(name, StringComparison.Ordinal)));

    // "You owe nothing" while the balance is not zero, and the other way round.
    private static IEnumerable<Violation> Balance(DraftReading reading)
    {
        var balance = reading.Facts.Amounts.Find(fact => fact.Name.Contains("balance", StringComparison.Ordinal));
        if (balance.Name is null)
        {
            yield break;
        }

        var passage = reading.Passage;
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            var paid = norm is "paid" or "pagado" or "pagada" or "settled" or "saldado" or "saldada" && passage.WordAt(i + 1, i) is not ("by" or "with" or "on" or "online" or "con" or "en") && !passage.Asks(i) && passage.WordAt(i - 1, i) is not ("be" or "ser" or "not" or "no");
            var nothing = norm is "zero" or "nothing" or "nada" or "cero" || paid || (norm is "owe" or "debe" or "due" && Denied(passage, i));
            if (nothing && balance.Value != 0)
            {
                yield return new(Codes.WrongFact, $"\"{passage.Written(i)}\" does not fit the balance.");
            }
        }
    }

    private static bool Denied(Passage passage, int at) => passage.WordAt(at - 1, at) is "not" or "no" || passage.WordAt(at - 2, at) is "not" or "no";

    // A message about what was cancelled says so, or asks for another: "your ride is all set" would be untrue.
    private static IEnumerable<Violation> Cancelled(DraftReading reading)
    {
        var isCancelled = reading.Facts.Sheet.Facts.Any(fact => fact.Name.Contains("cancel", StringComparison.Ordinal) && !fact.Name.Contains("policy", StringComparison.Ordinal) && fact.Value is not FactValue.YesNo { Yes: false });
        if (isCancelled && !reading.Passage.Tokens.Any(token => token.Norm.StartsWith("cancel", StringComparison.Ordinal)
            || token.Norm is "off" or "not" or "no" or "sorry" or "instead" or "another" or "new" or "move" or "moved" or "unable" or "otro" or "otra" or "nueva" or "nuevo" or "sentimos" or "lamentamos" or "disculpa" or "disculpe"))
        {
            yield return new(Codes.WrongFact, "The facts say that something was cancelled, and the text does not. Say so.");
        }
    }

    // "No food or water" where the facts say that water is fine.
    private static IEnumerable<Violation> Forbidden(DraftReading reading)
    {
        foreach (var words in reading.Facts.Phrases.Select(phrase => phrase.Split(' ')))
        {
            for (var k = 1; k + 1 < words.Length; k++)
            {
                if (words[k] is "is" or "are" or "esta" && words[k + 1] is "fine" or "ok" or "okay" or "allowed" or "bien" or "permitida" && IsDenied(reading.Passage, words[k - 1]) is { } at)
                {
                    yield return new(Codes.MedicalAdvice, $"\"{reading.Passage.Written(at)}\" is allowed by the facts, and the text forbids it.");
                }
            }
        }
    }

    private static int? IsDenied(Passage passage, string word)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (passage[i].Norm != word)
            {
                continue;
            }

            for (var k = i - 1; k >= passage.SentenceStart(i) && k >= i - 5 && passage[k + 1].Gap < Gap.Comma; k--)
            {
                if (passage[k].Norm is "no" or "not" or "nor" or "nothing" or "without" or "ni" or "sin")
                {
                    return i;
                }
            }
        }

        return null;
    }

    private static IEnumerable<Violation> Mode(DraftReading reading)
    {
        var mode = reading.Facts.TextOf("mode") ?? reading.Facts.TextOf("visit.mode");
        if (mode is null)
        {
            yield break;
        }

        var passage = reading.Passage;
        var remote = mode.Contains("video", StringComparison.OrdinalIgnoreCase) || mode.Contains("phone", StringComparison.OrdinalIgnoreCase) || mode.Contains("tele", StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            var comesIn = norm is "come" or "coming" or "stop" && passage.WordAt(i + 1, i) is "in" or "by" or "to" || norm is "arrive" or "arrives" or "lobby" or "entrance" or "llegue" or "venga" or "recepcion" or "office" or "consultorio";
            var calls = norm is "video" or "zoom" or "videollamada" or "virtual";
            if (((remote && comesIn) || (!remote && calls)) && !reading.Facts.IsName(norm))
            {
                yield return new(Codes.WrongFact, $"\"{passage.Written(i)}\" is not how the facts say you meet.");
            }
        }
    }
}
