using System.Text;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>What every message carries whatever its words: the way out, and how to reach a person.</summary>
/// <remarks>In one place, so that no template can forget it (<c>evidence.md §3.1</c>, TCPA-02; <c>§3.2</c>, SPAM-01).</remarks>
public static class Footers
{
    /// <summary>Ends every English text.</summary>
    internal const string EnglishStop = "Reply STOP to end.";

    /// <summary>Ends every Spanish text.</summary>
    internal const string SpanishStop = "Responda ALTO para salir.";

    public static Rendered Add(Rendered words, ComposeRequest request, Template template)
    {
        var isSpanish = request.First.Language == Language.Spanish;
        var disclosed = DisclosedIn(request, template);
        var noted = disclosed is null ? "" : $"\n{disclosed}";
        return request.First.Channel switch
        {
            Channel.Sms => words with { Body = $"{words.Body}\n{SmsLine(disclosed, isSpanish)}" },
            Channel.Email => words with { Body = $"{words.Body}\n\n-- \n{Contact(request, isSpanish)}\n{WayOut(request, isSpanish)}{noted}" },
            Channel.Letter => words with { Body = $"{words.Body}\n\n{Contact(request, isSpanish)}{noted}" },
            _ => disclosed is null ? words : words with { Body = $"{words.Body}\n{noted}" },
        };
    }

    /// <summary>The characters that a text message carries after its words.</summary>
    internal static int LengthOf(ComposeRequest request, Template template) =>
        1 + SmsLine(DisclosedIn(request, template), request.First.Language == Language.Spanish).Length;

    internal static string SmsLine(string? disclosed, bool isSpanish) =>
        $"{(disclosed is null ? "" : $"{disclosed} ")}{(isSpanish ? SpanishStop : EnglishStop)}";

    private static string? DisclosedIn(ComposeRequest request, Template template)
    {
        var practice = request.Context.Practice;
        var duty = Disclosure.DutyOf(request.First.Program, template.Origin, template.IsChecked, practice.Disclosure, practice.State);
        return duty is DisclosureDuty.None ? null : Disclosure.Line(request.First.Language, request.First.Channel, duty is DisclosureDuty.AssistedAndChecked);
    }

    private static string Contact(ComposeRequest request, bool isSpanish)
    {
        var practice = request.Context.Practice;
        var text = new StringBuilder(PracticeNames.For(request));
        foreach (var line in practice.AddressLines)
        {
            text.Append(", ").Append(line);
        }

        text.Append('\n').Append(isSpanish ? $"Para hablar con una persona, responda a este mensaje o llame al {practice.Phone}." : $"To reach a person, reply to this message or call {practice.Phone}.");
        return text.ToString();
    }

    private static string WayOut(ComposeRequest request, bool isSpanish) => (request.First.Purpose, isSpanish) switch
    {
        (Purpose.Care, false) => "Would you rather hear from us another way, or not at all? Reply STOP, or tell us how.",
        (Purpose.Care, true) => "¿Prefiere que le escribamos de otra forma, o que no le escribamos? Responda ALTO o díganos cómo.",
        (_, false) => "Prefer not to get notes like this one? Reply STOP. Messages about your visits will still reach you.",
        (_, true) => "¿Prefiere no recibir notas como esta? Responda ALTO. Los mensajes sobre sus visitas le seguirán llegando.",
    };
}

/// <summary>What the practice calls itself in a message.</summary>
public static class PracticeNames
{
    /// <summary>The neutral name where the visit is sensitive, the short one in a text, else the full one (<c>failures.md 18</c>).</summary>
    public static string For(ComposeRequest request)
    {
        var practice = request.Context.Practice;
        var shortName = practice.ShortName ?? practice.Name;
        return VisitFacts.MostSensitive(request) > Sensitivity.Generic ? practice.NeutralName ?? shortName
            : request.First.Channel is Channel.Sms ? shortName
            : practice.Name;
    }
}
