using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>What the practice says about itself and how it wants to be heard; from its settings file.</summary>
public sealed record Practice
{
    /// <summary>Leads every key, so that many practices can share a database.</summary>
    public string Id { get; init; } = "main";

    public required string Name { get; init; }

    /// <summary>A short form for texts; the name where there is none.</summary>
    public string? ShortName { get; init; }

    /// <summary>A name that gives no kind of care away, for sensitive visits; the short name where there is none.</summary>
    public string? NeutralName { get; init; }

    public required string Phone { get; init; }

    public string? Email { get; init; }

    public ValueList<string> AddressLines { get; init; } = [];

    /// <summary>IANA zone of the practice's clock.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 3166 alpha-2; decides how a local phone number is completed.</summary>
    public string Country { get; init; } = "US";

    /// <summary>State of the US in two letters, or <c>EU</c>; decides what must be said about a model's help. Null: everything is said.</summary>
    public string? State { get; init; }

    /// <summary>When readers are told that a model helped to write.</summary>
    public DisclosurePolicy Disclosure { get; init; } = DisclosurePolicy.Always;

    /// <summary>Among the specialties of the education calendar, such as <c>primary</c> or <c>dental</c>; empty: all.</summary>
    public ValueList<string> Specialties { get; init; } = [];

    /// <summary>Languages that staff can answer in, the practice's own first.</summary>
    public ValueList<Language> Languages { get; init; } = [Language.English, Language.Spanish];

    /// <summary>Channels that the practice can use; letters only where somebody prints them.</summary>
    public ValueList<Channel> Channels { get; init; } = [Channel.Sms, Channel.Email];

    /// <summary>What a visit of each kind may be called towards a patient.</summary>
    public ValueList<VisitLabel> VisitLabels { get; init; } = [];

    /// <summary>True where the record system marks a patient as <c>accepted</c> only once they said that they come.</summary>
    /// <remarks>Most systems write it when the desk books; read as an answer there, it would silence every reminder.</remarks>
    public bool AcceptedMeansConfirmed { get; init; }

    /// <summary>True where the practice holds consent for birthdays and seasonal notes unless the record says otherwise.</summary>
    public bool IsRelationshipConsentAssumed { get; init; }

    /// <summary>The share of people, in percent, whom programs other than appointments do not contact, so that their effect can be told.</summary>
    public int HoldoutPercent { get; init; }

    public ContactLimits Limits { get; init; } = new();

    /// <summary>The label for a kind of visit; null where the practice approved none, and then it is just a visit.</summary>
    public VisitLabel? LabelFor(IEnumerable<Code> serviceTypes)
    {
        foreach (var type in serviceTypes)
        {
            foreach (var label in VisitLabels)
            {
                if (string.Equals(label.Code, type.Value, StringComparison.Ordinal))
                {
                    return label;
                }
            }
        }

        return null;
    }

    public override string ToString() => Name;
}

/// <summary>The approved plain words for a kind of visit. The raw code or reason never reaches a patient (<c>failures.md 19</c>).</summary>
/// <param name="Code">The practice's own code for the kind of visit.</param>
/// <param name="Words">By language tag: "cleaning", "limpieza dental".</param>
/// <param name="Sensitivity">Above Generic, the label is said nowhere but in the portal.</param>
public sealed record VisitLabel(string Code, ValueList<Label> Words, Sensitivity Sensitivity = Sensitivity.Generic);

/// <summary>Words in one language.</summary>
public sealed record Label(Language Language, string Words);

/// <summary>When a practice tells its readers that a model helped to write.</summary>
public enum DisclosurePolicy
{
    /// <summary>Always: the default.</summary>
    Always,

    /// <summary>Only where the law of the place asks for it (<c>evidence.md §3.8</c>).</summary>
    WhereRequired,
}

/// <summary>How much contact is too much (<c>evidence.md §2.6</c>, <c>§3.1 TCPA-02</c>).</summary>
public sealed record ContactLimits
{
    public int MaxPerDay { get; init; } = 1;

    public int MaxPerWeek { get; init; } = 3;

    /// <summary>Birthdays, welcomes and seasonal notes in twelve months.</summary>
    public int MaxRelationshipPerYear { get; init; } = 9;

    /// <summary>Seasonal notes in twelve months (<c>evidence.md §6</c>).</summary>
    public int MaxEducationPerYear { get; init; } = 2;

    /// <summary>After so many years without a visit only a person decides to write again (<c>failures.md 30</c>).</summary>
    public int YearsUntilStranger { get; init; } = 3;
}
