using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Something done, measured, given or ordered, while being read; it knows the fields that all such resources share.</summary>
internal struct ServiceDraft(ServiceKind kind)
{
    public string? Patient;
    public string? Status;
    public string? Intent;
    public string? Encounter;
    public bool IsNotDone;
    public ValueList<Code>? StatusReasons;
    public ValueList<Code>? Reasons;
    public ValueList<Code>? Codes;
    public ValueList<Code>? Categories;
    public PointInTime? From;
    public PointInTime? Until;
    public PointInTime? RecordedAt;
    public SourceValue? Value;
    public ValueList<SourceComponent>? Components;

    public Period Between
    {
        set => (From, Until) = (value.From, value.Until);
    }

    /// <summary>Takes a field that means the same in every resource of this family.</summary>
    public void TakeShared(ref FhirCursor json)
    {
        switch (json.Field)
        {
            case Field.Subject or Field.Patient:
                Patient = WhoseReader.Read(ref json);
                break;
            case Field.Status:
                Status = json.Word();
                break;
            case Field.Intent:
                Intent = json.Word();
                break;
            case Field.StatusReason:
                AddReasons(CodingReader.ReadConcepts(ref json));
                break;
            case Field.ReasonCode:
                Reasons = CodingReader.ReadConcepts(ref json);
                break;
            case Field.Category:
                Categories = CodingReader.ReadConcepts(ref json);
                break;
            case Field.Encounter or Field.Context:
                Encounter = ReferenceReader.Read(ref json, "Encounter");
                break;
            case Field.DoNotPerform:
                IsNotDone |= json.YesNo() ?? false;
                break;
            case Field.Extension or Field.ModifierExtension:
                TakeExtensions(ref json);
                break;
        }
    }

    /// <summary>Hands the finished record over, or says why not.</summary>
    public readonly void Accept(ref FhirCursor json)
    {
        if (!json.IsAbout(Patient, kind is ServiceKind.Immunization ? "patient" : "subject"))
        {
            return;
        }

        json.Session.Accept(new SourceService
        {
            Id = json.Head.Id!,
            UpdatedAt = json.Head.UpdatedAt,
            Patient = Patient!,
            Kind = kind,
            Status = Status,
            Intent = Intent,
            IsNotDone = IsNotDone || json.Head.IsOfNotDoneProfile || Status is "not-done" or "not-taken",
            StatusReasons = StatusReasons ?? [],
            Reasons = Reasons ?? [],
            Codes = Codes ?? [],
            Categories = Categories ?? [],
            From = From,
            Until = Until,
            RecordedAt = RecordedAt,
            Value = Value,
            Components = Components ?? [],
            Encounter = Encounter,
        });
    }

    private void TakeExtensions(ref FhirCursor json)
    {
        var isModifier = json.Field is Field.ModifierExtension;
        for (var extensions = json.EnterList(); json.Next(ref extensions);)
        {
            var extension = ExtensionReader.Read(ref json);
            if (extension.Url is not { } url)
            {
                continue;
            }

            if (NotDone.IsReason(url))
            {
                AddReasons(extension.Codes ?? []);
            }
            else if (NotDone.IsFlag(url))
            {
                IsNotDone |= extension.YesNo ?? false;
            }
            else if (extension.IsAt("/qicore-recorded"))
            {
                RecordedAt ??= extension.Moment;
            }
            else if (isModifier)
            {
                json.Note("may change what the record means, in a way that we do not know; the record was kept");
            }
        }
    }

    private void AddReasons(ValueList<Code> reasons) => StatusReasons = StatusReasons is null ? reasons : [.. StatusReasons, .. reasons];
}
