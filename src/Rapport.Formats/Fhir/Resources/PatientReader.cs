using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads the patient: how to reach them, how to address them, and whether we still may.</summary>
internal static class PatientReader
{
    public static void Read(ref FhirCursor json)
    {
        var patient = default(PatientDraft);
        patient.IsActive = true;
        while (json.NextResourceField())
        {
            ReadField(ref json, ref patient);
        }

        if (json.HasId())
        {
            json.Session.Accept(patient.ToRecord(json.Head));
        }
    }

    private static void ReadField(ref FhirCursor json, ref PatientDraft patient)
    {
        switch (json.Field)
        {
            case Field.Identifier:
                patient.Identifiers = IdentifierReader.ReadAll(ref json);
                break;
            case Field.Name:
                patient.Names = NameReader.ReadAll(ref json);
                break;
            case Field.Telecom:
                patient.Telecoms = TelecomReader.ReadAll(ref json);
                break;
            case Field.Address:
                patient.Addresses = AddressReader.ReadAll(ref json);
                break;
            case Field.BirthDate:
                patient.BornOn = ReadPastDay(ref json);
                break;
            case Field.Gender:
                patient.Gender = json.Word();
                break;
            case Field.Active:
                patient.IsActive = json.YesNo() ?? true;
                break;
            case Field.DeceasedBoolean:
                patient.IsDeceased |= json.YesNo() ?? false;
                break;
            case Field.DeceasedDateTime:
                // A date of death means dead, whatever the date says.
                patient.IsDeceased = true;
                patient.DeceasedOn = ReadPastDay(ref json);
                break;
            case Field.Communication:
                patient.Languages = LanguageReader.ReadAll(ref json);
                break;
            case Field.GeneralPractitioner:
                patient.Practitioners = ReferenceReader.ReadAll(ref json, "Practitioner");
                break;
            case Field.Link:
                PatientLinkReader.ReadAll(ref json, ref patient);
                break;
            case Field.Extension:
                PatientExtensions.ReadAll(ref json, ref patient);
                break;
        }
    }

    // One birth date in 2091 must neither stop a feed of forty thousand nor be believed.
    private static PartialDate? ReadPastDay(ref FhirCursor json)
    {
        if (json.Moment() is not { } moment)
        {
            return null;
        }

        if (moment.On.Earliest > json.Session.Today)
        {
            json.Note("lies in the future; kept as unknown");
            return null;
        }

        return moment.On;
    }
}

/// <summary>A patient while being read.</summary>
internal struct PatientDraft
{
    public ValueList<SourceIdentifier>? Identifiers;
    public ValueList<SourceName>? Names;
    public ValueList<SourceTelecom>? Telecoms;
    public ValueList<SourceAddress>? Addresses;
    public ValueList<string>? Languages;
    public ValueList<string>? Practitioners;
    public ValueList<string>? Replaces;
    public PartialDate? BornOn;
    public PartialDate? DeceasedOn;
    public bool IsActive;
    public bool IsDeceased;
    public string? Gender;
    public string? ReplacedBy;
    public string? TimeZone;
    public SexAndPronouns Said;

    public readonly SourcePatient ToRecord(ResourceHead head) => new()
    {
        Id = head.Id!,
        UpdatedAt = head.UpdatedAt,
        Identifiers = Identifiers ?? [],
        Names = Names ?? [],
        Telecoms = Telecoms ?? [],
        Addresses = AddressesWithZone(),
        BornOn = BornOn,
        Gender = Gender,
        BirthSex = Said.BirthSex,
        Pronouns = Said.Pronouns,
        IsActive = IsActive,
        IsDeceased = IsDeceased,
        DeceasedOn = DeceasedOn,
        Languages = Languages ?? [],
        ReplacedBy = ReplacedBy,
        Replaces = Replaces ?? [],
        Practitioners = Practitioners ?? [],
    };

    // A zone said of the patient holds wherever no address says otherwise.
    private readonly ValueList<SourceAddress> AddressesWithZone()
    {
        var zone = TimeZone;
        return (zone, Addresses) switch
        {
            (null, var addresses) => addresses ?? [],
            (_, null or []) => [new SourceAddress { TimeZone = zone }],
            (_, var addresses) => [.. addresses.Select(address => address with { TimeZone = address.TimeZone ?? zone })],
        };
    }
}
