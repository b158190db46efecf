using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>Rows under headings, without lines around them: columns can be cut out with the usual tools.</summary>
internal static class TableView
{
    public static void Write<T>(
        IAnsiConsole console,
        IEnumerable<T> items,
        params (string Heading, Func<T, string?> Text)[] columns
    )
    {
        Table table = new() { Border = TableBorder.None, ShowHeaders = true };
        foreach ((string heading, _) in columns)
        {
            table.AddColumn(
                new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold)))
                {
                    Padding = new Padding(0, 0, 2, 0),
                }
            );
        }

        foreach (T item in items)
        {
            table.AddRow(columns.Select(column => new Text(column.Text(item) ?? "-")));
        }

        console.Write(table);
    }
}
