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
            fields.Add("clinician", request.Lead.KnownClinician, $"Patient/{request.Lead.Id}");
        }

        if (Interests.Of(request.Lead) is { } interest)
        {
            fields.Add("interest", Interests.InWords(interest.Word, language), interest.Source);
        }
    }

    // On a phone that two adults share, no name is said: either may read it (evidence.md §7.5).
    private static void AddReader(ComposeRequest request, MergeFields fields)
    {
        var patient = request.Lead;
        var isShared = patient.Contacts.Any(c => c.IsShared && c.Value == request.First.Recipient.Address);
        var name = request.Reader is { } reader ? reader.NameToUse : patient.NameToUse;
        if (!isShared)
        {
            fields.Add("name", name, request.Reader is { Id: var id } ? $"RelatedPerson/{id}" : $"Patient/{patient.Id}");
        }
    }

    private static void AddPatients(ComposeRequest request, Language language, MergeFields fields)
    {
        if (request.First.Recipient.IsPatient && request.Patients.Count is 1)
        {
            return;
        }

        if (request.Patients.All(p => p.NameToUse is not null))
        {
            fields.Add("patient", request.Lead.NameToUse, $"Patient/{request.Lead.Id}");
            fields.Add("patients", Phrases.List([.. request.Patients.Select(p => p.NameToUse!)], language), $"Patient/{request.Lead.Id}");
        }
    }
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
