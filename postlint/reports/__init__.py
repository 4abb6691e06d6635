"""One file for each output format, each with one public function: `render`, from a report to text."""
