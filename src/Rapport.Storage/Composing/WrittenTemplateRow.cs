using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rapport.Core.Composing;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Storage.Composing;

/// <summary>Words that were written here and what was decided about them. Instants are UTC ticks.</summary>
internal sealed class WrittenTemplateRow
{
    public required string Practice { get; set; }

    public required string Id { get; set; }

    public required string Situation { get; set; }

    public Audience Audience { get; set; }

    public Channel Channel { get; set; }

    public required string Language { get; set; }

    /// <summary>Empty for words without a shade.</summary>
    public required string Shade { get; set; }

    public string? Voice { get; set; }

    public TemplateOrigin Origin { get; set; }

    public string? Subject { get; set; }

    public required string Body { get; set; }

    public TemplateStatus Status { get; set; }

    public required string Writer { get; set; }

    public string? Prompt { get; set; }

    public long WrittenAt { get; set; }

    public string? EditedFrom { get; set; }

    public string? Drill { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }

    public string? Reason { get; set; }
}

internal sealed class WrittenTemplateRowConfiguration : IEntityTypeConfiguration<WrittenTemplateRow>
{
    public void Configure(EntityTypeBuilder<WrittenTemplateRow> builder)
    {
        builder.ToTable("written_templates");
        builder.HasKey(t => new { t.Practice, t.Id });
    }
}
