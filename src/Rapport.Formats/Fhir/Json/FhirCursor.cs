using System.Text.Json;
using Rapport.Core.Intake;

namespace Rapport.Formats.Fhir.Json;

/// <summary>Walks through one resource, once and forwards; whatever it meets, it never throws for a value.</summary>
/// <remarks>
/// Every reader is a loop over <see cref="NextField()"/> and a switch over <see cref="Field"/>. A value that no case takes is skipped, so
/// a reader names only what it wants. A value of the wrong kind becomes an issue and reads as absent. Only text that is not JSON
/// throws (<see cref="JsonException"/>), and <see cref="Resources.ResourceReader"/> catches that for the whole resource.
/// </remarks>
internal ref partial struct FhirCursor
{
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    // The reader stands on a value that nobody took yet.
    private bool _isWaiting;

    public FhirCursor(ReadOnlySpan<byte> json, FhirSession session, string type)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, Options);
        Session = session;
        Type = type;
        IdPrefix = "";
    }

    // FHIR nests little; a Questionnaire goes deepest. Beyond this somebody is testing us.
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 256 };

    public FhirSession Session { get; }

    /// <summary>The type of the resource, which begins the path of every issue.</summary>
    public string Type { get; }

    /// <summary>What goes before the id of a contained resource: <c>parent#</c>.</summary>
    public string IdPrefix { get; init; }

    /// <summary>The name of the field whose value comes next.</summary>
    public Field Field { get; private set; }

    /// <summary>What every resource may carry: id, version, contained resources.</summary>
    public ResourceHead Head;

    /// <summary>The whole resource, to look something up a second time.</summary>
    public readonly ReadOnlySpan<byte> Json => _json;

    public readonly long Position => _reader.TokenStartIndex;

    public readonly long BytesRead => _reader.BytesConsumed;

    /// <summary>Begins: true when the text is an object.</summary>
    public bool Begin()
    {
        _isWaiting = _reader.Read();
        return EnterObject();
    }

    /// <summary>Steps into the object that comes next; false, with an issue, where something else stands there.</summary>
    public bool EnterObject()
    {
        if (_reader.TokenType is JsonTokenType.StartObject)
        {
            _isWaiting = false;
            return true;
        }

        Refuse("should be an object; left out");
        return false;
    }

    /// <summary>Goes to the next field of the object we are in; false at its end.</summary>
    public bool NextField()
    {
        if (_isWaiting)
        {
            Skip();
        }

        if (!_reader.Read() || _reader.TokenType is not JsonTokenType.PropertyName)
        {
            return false;
        }

        Field = _reader.ValueIsEscaped ? UnescapedField() : FieldTable.Find(_reader.ValueSpan);
        _isWaiting = _reader.Read();
        return true;
    }

    /// <summary>Steps into a list. A single value where a list should be is taken as a list of one, and noted.</summary>
    public ListLoop EnterList()
    {
        if (_reader.TokenType is JsonTokenType.StartArray)
        {
            _isWaiting = false;
            return ListLoop.Many;
        }

        if (_reader.TokenType is JsonTokenType.Null)
        {
            return ListLoop.Done;
        }

        Note("should be a list; its one value was taken");
        return ListLoop.One;
    }

    /// <summary>As <see cref="EnterList"/>, where one value without a list is right too: versions of FHIR differ.</summary>
    public ListLoop EnterOneOrMany()
    {
        if (_reader.TokenType is JsonTokenType.StartArray)
        {
            _isWaiting = false;
            return ListLoop.Many;
        }

        return _reader.TokenType is JsonTokenType.Null ? ListLoop.Done : ListLoop.One;
    }

    /// <summary>Goes to the next item of a list; false at its end.</summary>
    public bool Next(ref ListLoop loop)
    {
        if (loop is not ListLoop.Many)
        {
            var isFirst = loop is ListLoop.One;
            loop = ListLoop.Done;
            return isFirst;
        }

        if (_isWaiting)
        {
            Skip();
        }

        if (!_reader.Read() || _reader.TokenType is JsonTokenType.EndArray)
        {
            return false;
        }

        _isWaiting = true;
        return true;
    }

    /// <summary>Passes over the value that comes next.</summary>
    public void Skip()
    {
        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _reader.Skip();
        }

        _isWaiting = false;
    }

    /// <summary>Reads on to the end of the text, so that anything broken behind the resource shows.</summary>
    public void ReadToEnd()
    {
        while (_reader.Read())
        {
        }
    }

    /// <summary>Notes that the value that comes next could not be taken as it was.</summary>
    public readonly void Note(string reason)
    {
        if (Session.MayNote())
        {
            Session.Note(PathFinder.At(Type, _json, _reader.TokenStartIndex), reason, IntakeLoss.Part);
        }
    }

    /// <summary>Notes something about a field that was already passed, or is absent.</summary>
    public readonly void NoteAbout(string field, string reason)
    {
        if (Session.MayNote())
        {
            Session.Note($"{Type}.{field}", reason, IntakeLoss.Part);
        }
    }

    /// <summary>Says why the whole resource is left out.</summary>
    public readonly void Reject(string field, string reason) => Session.Note($"{Type}.{field}", reason, IntakeLoss.Whole);

    // Null stands for absent: FHIR forbids it there, but it loses nothing.
    private void Refuse(string reason)
    {
        if (_reader.TokenType is not JsonTokenType.Null)
        {
            Note(reason);
        }

        Skip();
    }

    private readonly Field UnescapedField()
    {
        try
        {
            return FieldTable.Find(System.Text.Encoding.UTF8.GetBytes(_reader.GetString() ?? ""));
        }
        catch (InvalidOperationException)
        {
            return Field.None;   // half a surrogate pair: no name of ours
        }
    }
}

/// <summary>Where a loop over a list is.</summary>
internal enum ListLoop
{
    Done,

    /// <summary>One value that stands where a list should.</summary>
    One,

    Many,
}
