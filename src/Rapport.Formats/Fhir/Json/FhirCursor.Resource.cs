namespace Rapport.Formats.Fhir.Json;

/// <summary>What stands at the head of every resource.</summary>
internal struct ResourceHead
{
    /// <summary>The id; in a contained resource <c>parent#contained</c>.</summary>
    public string? Id;

    public DateTimeOffset? UpdatedAt;

    /// <summary>A profile says that the thing was expressly not done.</summary>
    public bool IsOfNotDoneProfile;

    /// <summary>Resources lie inside this one.</summary>
    public bool HasContained;
}

/// <summary>The fields that all resources share.</summary>
internal ref partial struct FhirCursor
{
    /// <summary>As <see cref="NextField"/>, but takes id, meta and contained resources into <see cref="Head"/> on the way.</summary>
    public bool NextResourceField()
    {
        while (NextField())
        {
            switch (Field)
            {
                case Field.Id:
                    TakeId();
                    break;
                case Field.Meta:
                    Values.MetaReader.Read(ref this);
                    break;
                case Field.Contained:
                    Head.HasContained = true;
                    break;
                default:
                    return true;
            }
        }

        Head.Id ??= IdPrefix.Length is 0 ? Session.IdFromEntry : null;
        return false;
    }

    /// <summary>True when there is an id, by which the record is known again next time; else the resource is rejected.</summary>
    public readonly bool HasId()
    {
        if (Head.Id is null)
        {
            Reject("id", "is missing, so the record could not be known again; left out");
        }

        return Head.Id is not null;
    }

    /// <summary>True when there is an id and a patient; else the resource is rejected.</summary>
    public readonly bool IsAbout(string? patient, string field = "subject")
    {
        if (!HasId())
        {
            return false;
        }

        if (string.IsNullOrEmpty(patient))
        {
            Reject(field, "names no patient whom we can find; left out");
        }

        return !string.IsNullOrEmpty(patient);
    }

    private void TakeId()
    {
        var id = Text();
        if (Head.Id is not null)
        {
            NoteAbout("id", "is given twice; the last one was taken");
        }

        Head.Id = id is null ? null : IdPrefix + id;
    }
}
