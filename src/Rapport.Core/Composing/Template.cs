using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>From whose side a message is read.</summary>
public enum Audience
{
    /// <summary>The patient reads it.</summary>
    Self,

    /// <summary>A guardian or caregiver reads about one patient.</summary>
    Other,

    /// <summary>Several visits of a household on one day.</summary>
    Household,

    /// <summary>What is due for several children of one guardian.</summary>
    Family,
}

/// <summary>All that a writer may know of why and how to write: no name, date, number or identifier.</summary>
/// <param name="Name">Program and step, such as <c>appointment.confirm</c>.</param>
public readonly record struct Situation(string Name, Audience Audience, Channel Channel, Language Language)
{
    public override string ToString() => $"{Language}/{Name}/{Audience.ToString().ToLowerInvariant()}/{Channel.ToString().ToLowerInvariant()}";
}

/// <summary>Who wrote a template's words; the reader is told where a model did (<c>evidence.md §3.8</c>).</summary>
public enum TemplateOrigin
{
    /// <summary>Reviewed text that ships with Rapport.</summary>
    Pack,

    /// <summary>A person at the practice.</summary>
    Person,

    /// <summary>A language model; a person may have approved or edited it.</summary>
    Model,
}

/// <summary>Words for a situation.</summary>
/// <param name="Id">Situation and a mark of the words themselves: changed words are another template.</param>
/// <param name="Subject">Of an e-mail or a letter.</param>
public sealed record Template(string Id, Situation Situation, TemplateText? Subject, TemplateText Body)
{
    public TemplateOrigin Origin { get; init; }

    /// <summary>The one coarse fact that the words are for; they are used for nobody else.</summary>
    public Shade Shade { get; init; }

    /// <summary>A person at the practice approved these very words.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The id of the voice card in which it was written; null where it has no voice of its own.</summary>
    public string? Voice { get; init; }

    public override string ToString() => Id;

    /// <summary>Reads words. The same words in another shade or voice are another template; without either the mark is of the words alone.</summary>
    /// <exception cref="FormatException">The words are not in the form of a template; says where.</exception>
    public static Template Of(Situation situation, string? subject, string body, Shade shade = default, string? voice = null) => new(
        $"{situation}/{MarkOf(subject ?? "", body, shade, voice):x16}"[..^8],
        situation,
        subject is null ? null : TemplateText.Parse(subject),
        TemplateText.Parse(body))
    {
        Shade = shade,
        Voice = voice,
    };

    private static ulong MarkOf(string subject, string body, Shade shade, string? voice) =>
        shade == Shade.None && voice is null ? Chance.Of(subject, body) : Chance.Of(subject, body, shade.Name, voice ?? "");
}
