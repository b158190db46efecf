namespace SsoOidc.Cli;

/// <summary>Items as rows, a column for each property.</summary>
internal static class TableView
{
    public static void Write<T>(
        Terminal terminal,
        IEnumerable<T> items,
        params (string Heading, Func<T, string?> Text)[] columns
    ) =>
        terminal.WriteTable(
            columns.Select(column => column.Heading),
            items.Select(item => columns.Select(column => column.Text(item) ?? "-"))
        );
}
