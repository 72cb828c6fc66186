using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing;

/// <summary>Who writes, who reads, and whom it is about.</summary>
public sealed class PersonFacts : IFactReader
{
    public void Read(ComposeRequest request, MergeFields fields)
    {
        var practice = request.Context.Practice;
        var language = request.First.Language;
        fields.Add("practice", PracticeNames.For(request)).Add("phone", practice.Phone);
        fields.Know("today", new FactValue.Day(request.Context.Today));
        AddReader(request, fields);
        AddPatients(request, language, fields);
        if (request.First.Program is not "appointment" && request.Patients.Count is 1)
        {
            fields.Add("clinician", ClinicianIn(request.Lead.KnownClinician, language), $"Patient/{request.Lead.Id}");
        }

        if (Interests.Of(request.Lead) is { } interest)
        {
            fields.Add("interest", Interests.InWords(interest.Word, language), interest.Source);
        }
    }

    /// <summary>A clinician in the words of a language. Spanish needs an article where the title tells which; we do not guess it.</summary>
    public static string? ClinicianIn(string? clinician, Language language) => clinician switch
    {
        { } name when name.StartsWith("Dra. ", StringComparison.Ordinal) => language == Language.Spanish ? $"la {name}" : $"Dr. {name[5..]}",
        _ => clinician,
    };

    /// <summary>What each patient is called towards the reader; null where somebody cannot be told from the others.</summary>
    public static Dictionary<PatientId, string>? NamesOf(ComposeRequest request, Language language)
    {
        var names = new Dictionary<PatientId, string>();
        foreach (var patient in request.Patients)
        {
            if ((patient.NameToUse ?? WithoutName(patient, request, language)) is not { } name || names.ContainsValue(name))
            {
                return null;
            }

            names[patient.Id] = name;
        }

        return names;
    }

    // On a phone that two adults share, no name is said: either may read it (evidence.md §7.5).
    private static void AddReader(ComposeRequest request, MergeFields fields)
    {
        if (!request.IsAddressShared)
        {
            fields.Add(
                "name",
                request.Reader is { } reader ? reader.NameToUse : request.First.Recipient.IsPatient ? request.Lead.NameToUse : null,
                request.Reader is { Id: var id } ? $"RelatedPerson/{id}" : $"Patient/{request.Lead.Id}");
        }
    }

    private static void AddPatients(ComposeRequest request, Language language, MergeFields fields)
    {
        if (request.First.Recipient.IsPatient && request.Patients.Count is 1)
        {
            return;
        }

        if (NamesOf(request, language) is { } names)
        {
            fields.Add("patient", names[request.Lead.Id], $"Patient/{request.Lead.Id}");
            fields.Add("patients", Phrases.List([.. request.Patients.Select(p => names[p.Id])], language), $"Patient/{request.Lead.Id}");
        }
    }

    // Newborns are often on record before they have a name.
    private static string? WithoutName(PatientPicture patient, ComposeRequest request, Language language) =>
        (patient.AgeOn(request.Context.Today), request.First.Recipient.IsPatient) switch
        {
            ( < 2, false) => language == Language.Spanish ? "su bebé" : "your baby",
            ( < 18, false) when language == Language.English => "your child",
            _ => null,
        };
}

/// <summary>Interests from relationship notes, as a closed list of words: a note's own text never reaches a message.</summary>
public static class Interests
{
    private static readonly Dictionary<string, string> Spanish = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gardening"] = "el jardín", ["fishing"] = "la pesca", ["baking"] = "la repostería", ["cooking"] = "la cocina", ["dogs"] = "los perros",
        ["cats"] = "los gatos", ["soccer"] = "el fútbol", ["choir"] = "el coro", ["singing"] = "el canto", ["knitting"] = "el tejido",
        ["hiking"] = "las caminatas", ["walking"] = "las caminatas", ["birdwatching"] = "los pájaros", ["quilting"] = "la costura", ["chess"] = "el ajedrez",
        ["dancing"] = "el baile", ["reading"] = "la lectura", ["running"] = "el atletismo", ["painting"] = "la pintura", ["music"] = "la música",
        ["baseball"] = "el béisbol", ["swimming"] = "la natación", ["cycling"] = "el ciclismo", ["crosswords"] = "los crucigramas", ["bridge"] = "el bridge",
        ["photography"] = "la fotografía", ["travel"] = "los viajes", ["woodworking"] = "la carpintería", ["puzzles"] = "los rompecabezas", ["movies"] = "el cine",
    };

    /// <summary>The closed list, in English.</summary>
    public static IReadOnlyCollection<string> Terms => Spanish.Keys;

    /// <summary>The first interest that may be mentioned and that the closed list knows.</summary>
    public static (string Word, string Source)? Of(PatientPicture patient)
    {
        foreach (var note in patient.Notes)
        {
            if (note is { Tag: "interest", MayBeMentioned: true } && Spanish.ContainsKey(note.Text.Trim()))
            {
                return (note.Text.Trim().ToLowerInvariant(), $"Note/{note.Id}");
            }
        }

        return null;
    }

    public static string InWords(string interest, Language language) =>
        language == Language.Spanish ? Spanish[interest] : interest;
}
