using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;

namespace Rapport.Storage.Planning;

/// <summary>A touch, its words and its way. Instants are UTC ticks.</summary>
internal sealed class TouchRow
{
    public required string Practice { get; set; }

    public Guid Id { get; set; }

    public required string Patient { get; set; }

    public required string Household { get; set; }

    public required string Program { get; set; }

    public required string Subject { get; set; }

    public required string Step { get; set; }

    public Purpose Purpose { get; set; }

    /// <summary>Null for the patient; else the caregiver who reads the message.</summary>
    public string? PersonId { get; set; }

    public required string Address { get; set; }

    public Channel Channel { get; set; }

    public required string Language { get; set; }

    public long NotBefore { get; set; }

    public long BestAt { get; set; }

    public long ExpiresAt { get; set; }

    public required string GroupKey { get; set; }

    public required string RuleVersion { get; set; }

    /// <summary>JSON, in the order applied.</summary>
    public required string Findings { get; set; }

    public TouchStatus Status { get; set; }

    public string? Reason { get; set; }

    public Guid? MessageId { get; set; }

    public string? Template { get; set; }

    /// <summary>
    /// When the queue looks at it: its best time once approved, the end of a wait, of a claim's lease, or of a provider's
    /// "later"; null when the queue has no business with it.
    /// </summary>
    public long? DueAt { get; set; }

    public long? SentAt { get; set; }
}

internal sealed class TouchRowConfiguration : IEntityTypeConfiguration<TouchRow>
{
    public void Configure(EntityTypeBuilder<TouchRow> builder)
    {
        builder.ToTable("touches");
        builder.HasKey(t => new { t.Practice, t.Id });

        builder.HasIndex(t => new { t.Practice, t.Patient, t.Id });
        builder.HasIndex(t => new { t.Practice, t.Household, t.GroupKey });
        builder.HasIndex(t => new { t.Practice, t.Subject });
        builder.HasIndex(t => new { t.Practice, t.Address });

        // What composing has to read; nearly empty between two plans.
        builder.HasIndex(t => new { t.Practice, t.Household, t.GroupKey, t.Id })
            .HasDatabaseName("IX_touches_planned")
            .HasFilter("status = 0");

        // "What is due?" is asked all day and answered from this index alone; it holds only what waits.
        builder.HasIndex(t => new { t.Practice, t.DueAt, t.Program, t.ExpiresAt, t.Household, t.GroupKey })
            .HasDatabaseName("IX_touches_due")
            .HasFilter("due_at IS NOT NULL");

        // What left since some day, to count how often words were read.
        builder.HasIndex(t => new { t.Practice, t.SentAt })
            .HasDatabaseName("IX_touches_left")
            .HasFilter("status >= 4 AND status <= 7");
    }
}
