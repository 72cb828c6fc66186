using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rapport.Core.Intake;

namespace Rapport.Storage.Intake;

/// <summary>Something that an import could not take as it was; kept once, however often the file is read.</summary>
internal sealed class IntakeIssueRow
{
    public required string Practice { get; set; }

    public required string File { get; set; }

    public long Line { get; set; }

    public required string Path { get; set; }

    public required string Reason { get; set; }

    public IntakeLoss Loss { get; set; }

    /// <summary>UTC ticks of the latest import that met it.</summary>
    public long NotedAt { get; set; }
}

internal sealed class IntakeIssueRowConfiguration : IEntityTypeConfiguration<IntakeIssueRow>
{
    public void Configure(EntityTypeBuilder<IntakeIssueRow> builder)
    {
        builder.ToTable("intake_issues");
        builder.HasKey(i => new { i.Practice, i.File, i.Line, i.Path, i.Reason });
    }
}
