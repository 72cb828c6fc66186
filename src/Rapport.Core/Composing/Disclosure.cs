using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing;

/// <summary>What must be said about a message that a model helped to write (<c>evidence.md §3.8</c>).</summary>
public enum DisclosureDuty
{
    /// <summary>Nothing need be said.</summary>
    None,

    /// <summary>"AI-assisted".</summary>
    Assisted,

    /// <summary>"AI-assisted, checked by our team".</summary>
    AssistedAndChecked,

    /// <summary>Such a message may not be sent at all.</summary>
    NotPermitted,
}

/// <summary>The matrix of AI disclosure, and its lines.</summary>
public static class Disclosure
{
    // Health content written with a model needs a person's approval, whatever the mode of the program.
    private static readonly string[] ClinicalPrograms = ["education", "follow-up", "care-plan"];

    // Places whose law asks for notice on plain scheduling text too: the EU AI Act, Art. 50; Texas (in care); Utah on request only.
    private static readonly string[] PlacesThatAskAlways = ["TX", "EU"];

    /// <summary>Whether words of this program carry health content.</summary>
    public static bool IsClinical(string program) => ClinicalPrograms.Contains(program);

    /// <param name="program">The program that the words are for.</param>
    /// <param name="origin">Who wrote them.</param>
    /// <param name="isApproved">A person at the practice approved them.</param>
    /// <param name="policy">What the practice chose.</param>
    /// <param name="place">State of the US (<c>TX</c>) or <c>EU</c>; null where the practice did not say, and then everything is disclosed.</param>
    public static DisclosureDuty DutyOf(string program, TemplateOrigin origin, bool isApproved, DisclosurePolicy policy, string? place) => (origin, IsClinical(program)) switch
    {
        (not TemplateOrigin.Model, _) => DisclosureDuty.None,
        (_, true) => isApproved ? DisclosureDuty.AssistedAndChecked : DisclosureDuty.NotPermitted,
        (_, false) when policy is DisclosurePolicy.WhereRequired && place is not null && !PlacesThatAskAlways.Contains(place) => DisclosureDuty.None,
        _ => isApproved ? DisclosureDuty.AssistedAndChecked : DisclosureDuty.Assisted,
    };

    /// <summary>The line in the words of a language, short in a text message.</summary>
    public static string Line(Language language, Channel channel, bool isChecked) => (language == Language.Spanish, channel is Channel.Sms, isChecked) switch
    {
        (false, true, _) => "AI-assisted.",
        (true, true, _) => "Con ayuda de IA.",
        (false, false, false) => "AI helped to write these words.",
        (false, false, true) => "AI helped to write these words, and our team approved them.",
        (true, false, false) => "La IA ayudó a escribir estas palabras.",
        (true, false, true) => "La IA ayudó a escribir estas palabras y nuestro equipo las aprobó.",
    };
}
